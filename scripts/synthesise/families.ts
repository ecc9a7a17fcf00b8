import { ACCOUNTING_SOFTWARE } from './families/accounting-software.js'
import { AGENCY } from './families/agency.js'
import { ALLOTMENTS } from './families/allotments.js'
import { AUDIT_BUREAU } from './families/audit-bureau.js'
import { BOOKKEEPER } from './families/bookkeeper.js'
import { BOOKKEEPING_BUREAU } from './families/bookkeeping-bureau.js'
import { BRANCH_OFFICE } from './families/branch-office.js'
import { CASHIER } from './families/cashier.js'
import { CHARITY } from './families/charity.js'
import { CHARTERED_AUDITORS } from './families/chartered-auditors.js'
import { CLUB_TREASURER } from './families/club-treasurer.js'
import { CONSUMERS_SOCIETY } from './families/consumers-society.js'
import { COORDINATION_OFFICE } from './families/coordination-office.js'
import { COORDINATOR } from './families/coordinator.js'
import { COUNTY_ECONOMIST } from './families/county-economist.js'
import { DATA_CENTRE } from './families/data-centre.js'
import { DESIGN_STUDIO } from './families/design-studio.js'
import { DISTRICT_SPORTS } from './families/district-sports.js'
import { ECONOMIST } from './families/economist.js'
import { FIBRE_NET } from './families/fibre-net.js'
import { FIRE_BRIGADE } from './families/fire-brigade.js'
import { FOLK_HIGH_SCHOOL } from './families/folk-high-school.js'
import { FUND_OFFICE } from './families/fund-office.js'
import { GROUP_PROGRAM } from './families/group-program.js'
import { HOST_MUNICIPALITY } from './families/host-municipality.js'
import { HOUSE_MANAGER } from './families/house-manager.js'
import { HOUSE_OFFICE } from './families/house-office.js'
import { HOUSING_ACCOUNTANTS } from './families/housing-accountants.js'
import { INDEPENDENT_SCHOOL } from './families/independent-school.js'
import { INSURANCE_OFFICE } from './families/insurance-office.js'
import { JOINT_CHANCERY } from './families/joint-chancery.js'
import { LARGE_AUDIT_FIRM } from './families/large-audit-firm.js'
import { LAW_OF_1975 } from './families/law-of-1975.js'
import { LAWYER } from './families/lawyer.js'
import { LOCAL_ACCOUNTANT } from './families/local-accountant.js'
import { LOOKS } from './families/looks.js'
import { MANAGED_HOUSING } from './families/managed-housing.js'
import { MANAGING_BUREAU } from './families/managing-bureau.js'
import { MEMBERS_OFFICE } from './families/members-office.js'
import { MUNICIPAL_OFFICE } from './families/municipal-office.js'
import { MUNICIPAL_TEMPLATE } from './families/municipal-template.js'
import { MUSEUM_ECONOMIST } from './families/museum-economist.js'
import { NATIONWIDE_MANAGER } from './families/nationwide-manager.js'
import { NEIGHBOURS } from './families/neighbours.js'
import { NURSING_HOME } from './families/nursing-home.js'
import { PARISH_OFFICE } from './families/parish-office.js'
import { REHABILITATION_FUND } from './families/rehabilitation-fund.js'
import { RESCUE_ECONOMIST } from './families/rescue-economist.js'
import { ROAD_BUREAU } from './families/road-bureau.js'
import { SCHOOL_FEDERATION } from './families/school-federation.js'
import { SECRETARIAT } from './families/secretariat.js'
import { SELF_MANAGED_HOUSING } from './families/self-managed-housing.js'
import { SHADED_YEAR } from './families/shaded-year.js'
import { SIGNED_HOUSING } from './families/signed-housing.js'
import { SMALL_COMPANY_PROGRAM } from './families/small-company-program.js'
import { SOCIETY } from './families/society.js'
import { SPORTS } from './families/sports.js'
import { SPREADSHEET } from './families/spreadsheet.js'
import { TOWN_BUREAU } from './families/town-bureau.js'
import { TOWN_COMPANY } from './families/town-company.js'
import { TRUST_DEPARTMENT } from './families/trust-department.js'
import { TRUSTEE } from './families/trustee.js'
import { TWO_TONE } from './families/two-tone.js'
import { TYPED_COLUMNS } from './families/typed-columns.js'
import { TYPING_BOARD } from './families/typing-board.js'
import { UNION_SECTION } from './families/union-section.js'
import { UNUSUAL_LOOKS } from './families/unusual-looks.js'
import { UTILITY } from './families/utility.js'
import { VILLAGE_HALL } from './families/village-hall.js'
import { VILLAGE_SHOP } from './families/village-shop.js'
import { WASTE_FEDERATION } from './families/waste-federation.js'
import { WATER_COUNCIL } from './families/water-council.js'
import { WIND_COOPERATIVE } from './families/wind-cooperative.js'
import { WORD_PROCESSOR } from './families/word-processor.js'
import { YEAR_END_PROGRAM } from './families/year-end-program.js'
import type { Family } from './family.js'

/** Families of layout that the program may learn from. */
export const TRAIN_FAMILIES: readonly Family[] = [
  ...LOOKS,
  ...UNUSUAL_LOOKS,
  WORD_PROCESSOR,
  TWO_TONE,
  TYPED_COLUMNS,
  ACCOUNTING_SOFTWARE,
  AGENCY,
  SPORTS,
  LAW_OF_1975,
  SOCIETY,
  TRUST_DEPARTMENT,
  SHADED_YEAR,
  MANAGED_HOUSING,
  NEIGHBOURS,
  UTILITY,
  BOOKKEEPER,
  SIGNED_HOUSING,
  AUDIT_BUREAU,
  SECRETARIAT,
  CHARITY,
  CASHIER,
  HOUSE_MANAGER,
  YEAR_END_PROGRAM,
  ECONOMIST,
  LAWYER,
  ALLOTMENTS,
  LOCAL_ACCOUNTANT,
  CHARTERED_AUDITORS,
  SPREADSHEET,
  DESIGN_STUDIO,
  TRUSTEE,
  TOWN_COMPANY,
  FIBRE_NET,
  DATA_CENTRE,
  MUNICIPAL_OFFICE,
  MANAGING_BUREAU,
  COORDINATOR,
  TOWN_BUREAU,
  FUND_OFFICE,
  MEMBERS_OFFICE,
  ROAD_BUREAU,
  LARGE_AUDIT_FIRM,
  FIRE_BRIGADE,
  CLUB_TREASURER,
  HOUSE_OFFICE,
  BOOKKEEPING_BUREAU,
  MUNICIPAL_TEMPLATE,
  GROUP_PROGRAM,
  BRANCH_OFFICE,
  MUSEUM_ECONOMIST,
  NATIONWIDE_MANAGER,
  SMALL_COMPANY_PROGRAM,
  SCHOOL_FEDERATION,
  VILLAGE_HALL,
  PARISH_OFFICE,
  COORDINATION_OFFICE,
  UNION_SECTION,
  VILLAGE_SHOP,
  INDEPENDENT_SCHOOL,
  TYPING_BOARD,
  JOINT_CHANCERY,
  COUNTY_ECONOMIST,
  WASTE_FEDERATION,
  WIND_COOPERATIVE,
  FOLK_HIGH_SCHOOL,
  WATER_COUNCIL,
  HOUSING_ACCOUNTANTS,
  REHABILITATION_FUND,
  HOST_MUNICIPALITY,
  RESCUE_ECONOMIST,
  SELF_MANAGED_HOUSING,
  DISTRICT_SPORTS,
  NURSING_HOME,
  CONSUMERS_SOCIETY,
]

/**
 * Families kept back to measure with: nothing in the program is fitted to them, so what it finds in them is what it
 * finds in the unknown.
 */
const TEST_FAMILIES: readonly Family[] = [INSURANCE_OFFICE]

/** All families of layout. */
export const FAMILIES: readonly Family[] = [
  ...TRAIN_FAMILIES,
  ...TEST_FAMILIES.map((family) => ({ ...family, split: 'test' as const })),
]

/** The family of that name; throws where there is none. */
export function findFamily(name: string): Family {
  const family = FAMILIES.find((one) => one.name === name)
  if (family === undefined) {
    throw new Error(`Expected a family of ${FAMILIES.map((one) => one.name).join(', ')}, got ${name}`)
  }
  return family
}
