import type { SignIn } from '../../../infra/local/identity/sign-in-list.ts';

export const testSignInList: readonly SignIn[] = [
  {
    personId: 'maya-lapwing',
    email: 'maya.lapwing@brackenford.example',
    name: 'Maya Lapwing',
    role: 'Senior committee secretary',
    firstThing: 'Health O&S Board agenda: publish today',
  },
  {
    personId: 'rowan-kestrel',
    email: 'cllr.rowan.kestrel@brackenford.example',
    name: 'Cllr Rowan Kestrel',
    role: 'Chair, Health O&S Board',
    firstThing: '2 promises overdue to the Board',
  },
];
