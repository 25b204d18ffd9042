/** The Monday before Easter on which the demonstration opens; in London. */
export const demonstrationDay = '2019-04-15';

/** The first day of the organisation in its own register: before anything the demonstration tells. */
export const registerOpened = '2018-05-17';
