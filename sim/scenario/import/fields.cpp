// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/fields.h"

#include <string>

#include "sim/scenario/import/text.h"

namespace tandem::crm {

namespace {

// Names of people, accounts and products in the files about them may stand under "Name" alone.
constexpr std::string_view kRep =
    "salesagent salesrep salesperson salesrepresentative rep repname agent agentname owner "
    "ownername ownerfullname owneralias opportunityowner dealowner accountexecutive ae seller "
    "assignedto assigned responsible responsibleperson salesexecutive accountmanager "
    "vertriebsmitarbeiter verkäufer vertriebler besitzer inhaber bearbeiter zuständig "
    "mitarbeiter vendeur commercial propriétaire responsable vendedor comercial propietario "
    "venditore proprietario verkoper eigenaar 销售 销售人员 负责人";
constexpr std::string_view kProduct =
    "product productname products produkt produktname artikel produit nomduproduit producto "
    "nombredelproducto prodotto 产品 产品名称";
constexpr std::string_view kAccount =
    "account accountname company companyname customer customername client clientname organization "
    "organisation organizationname organisationname associatedcompany associatedcompanyprimary "
    "primaryassociatedcompany potentialcustomer buyer kunde kundenname firma firmenname "
    "unternehmen "
    "organisationseinheit compte nomducompte société client cliente empresa cuenta azienda klant "
    "bedrijf 客户 客户名称 公司";
constexpr std::string_view kOffice =
    "regionaloffice office salesoffice region salesregion territory salesterritory branch "
    "territoryname regionname officename niederlassung gebiet vertriebsgebiet büro bureau région "
    "territoire oficina región territorio ufficio regione kantoor regio 区域 办事处";
constexpr std::string_view kManager =
    "manager managername salesmanager teamlead teamleader teammanager supervisor reportsto "
    "ownermanager repmanager opportunityownermanager vorgesetzter teamleiter vertriebsleiter "
    "leiter responsablecommercial chef gerente jefe responsabile 经理 销售经理";
constexpr std::string_view kTeam = "team salesteam teamname ownerteam hubspotteam group salesgroup";
constexpr std::string_view kSector =
    "sector industry vertical branche industrie secteur industria settore sectorname 行业";

using enum Content;
using enum FieldId;
constexpr Kind kDeals = Kind::opportunities;

constexpr FieldRow kRows[] = {
    {id, kDeals, "opportunity id", text, false, true,
     "opportunityid dealid recordid opportunitynumber dealnumber oppid oppnumber quoteid "
     "opportunityref dealref 商机编号",
     "id number no nr key ref reference code uuid"},
    {rep, kDeals, "rep", text, true, false, kRep,
     "ownerid hubspotownerid opportunityownerid createdby user username employee person verkauf "
     "salesman sales"},
    {product, kDeals, "product", text, false, false, kProduct,
     "productfamily productline item itemname sku offering solution service lineitem "
     "produktgruppe plan package"},
    {account, kDeals, "account", text, false, false, kAccount,
     "accountid companyid customerid clientid organizationid accountnumber"},
    {stage, kDeals, "stage", words, true, false,
     "stage dealstage opportunitystage stagename salesstage status dealstatus outcome result "
     "opportunitystatus phase verkaufsphase vertriebsphase ergebnis ausgang étape statut resultado "
     "etapa estado fase esito stato 阶段 状态 销售阶段",
     "state statecode statuscode pipelinestage salesphase pipelinephase iswon won closedwon "
     "statusreason"},
    {created, kDeals, "created", date, false, false,
     "engagedate createdate createddate datecreated created createdat createdon creationdate "
     "opendate openeddate dateopened opened openedon openedat startdate dealcreated addtime "
     "dateadded addedon dealcreatedon opportunitycreateddate qualifieddate erstelltam "
     "erstellungsdatum erstelldatum anlagedatum angelegtam eröffnetam datedecréation créée "
     "crééle fechadecreación creado datacreazione datadicreazione aangemaakt 创建日期 创建时间",
     "entered entrydate dateentered firstcontact leaddate begindate start date firstseen"},
    {closed, kDeals, "close date", date, true, false,
     "closedate closeddate closingdate dateclosed closed closedon closedat actualclosedate "
     "dealclosedon dealclosed enddate abschlussdatum abgeschlossenam geschlossenam schlussdatum "
     "datedeclôture datedefermeture fechadecierre datachiusura datadichiusura sluitdatum "
     "成交日期 关闭日期 结束日期",
     "estclosedate expectedclosedate estimatedclosedate expectedclose forecastclosedate wontime "
     "wonon wondate decisiondate end bookingdate orderdate"},
    {value, kDeals, "value", money, true, false,
     "closevalue amount value dealvalue dealamount totalvalue totalamount closedamount wonamount "
     "actualrevenue actualvalue opportunityamount opportunityvalue contractvalue salesamount "
     "saleamount betrag wert auftragswert umsatz volumen montant valeur importe monto valor "
     "importo valore bedrag waarde 金额 成交金额",
     "revenue sales total sum price acv tcv arr bookings estrevenue expectedrevenue "
     "estimatedrevenue estimatedvalue weightedamount weightedvalue tcvamount annualcontractvalue"},
    {open_stage, kDeals, "open stage", words, false, true, "", ""},
    {manager, kDeals, "manager", text, false, true, kManager, kTeam},
    {office, kDeals, "office", text, false, true, kOffice, "ownerregion ownerterritory"},
    {sector, kDeals, "sector", text, false, true, kSector, ""},

    {account, Kind::accounts, "account", text, false, false, kAccount, "name accountid companyid"},
    {sector, Kind::accounts, "sector", text, false, true, kSector, "segment type category"},
    {revenue, Kind::accounts, "revenue", money, false, true,
     "revenue annualrevenue turnover umsatz jahresumsatz chiffredaffaires ingresos fatturato", ""},
    {employees, Kind::accounts, "employees", money, false, true,
     "employees numberofemployees noofemployees employeecount headcount mitarbeiter "
     "mitarbeiterzahl effectif empleados dipendenti",
     "size companysize staff"},
    {location, Kind::accounts, "location", text, false, true,
     "officelocation location country hq headquarters billingcountry countryregion land pays país "
     "paese",
     "city billingcity state billingstate ort ville region address"},

    {product, Kind::products, "product", text, false, false, kProduct,
     "name productcode sku item itemname"},
    {series, Kind::products, "series", text, false, true,
     "series family productfamily productline line category productgroup productcategory serie "
     "produktgruppe produktfamilie kategorie gamme famille familia",
     "group type"},
    {price, Kind::products, "list price", money, false, true,
     "listprice salesprice price unitprice standardprice saleprice retailprice preis listenpreis "
     "stückpreis prix prixunitaire precio prezzo",
     "amount value cost"},

    {rep, Kind::people, "rep", text, false, false, kRep,
     "name fullname user username employee person email"},
    {manager, Kind::people, "manager", text, false, true, kManager, kTeam},
    {office, Kind::people, "office", text, false, true, kOffice,
     "location city country area market standort"},
};

bool listed(std::string_view keys, std::string_view key) {
  while (!keys.empty()) {
    const std::size_t end = keys.find(' ');
    if (keys.substr(0, end) == key) return true;
    if (end == std::string_view::npos) return false;
    keys.remove_prefix(end + 1);
  }
  return false;
}

/// The header's key without what programs put around it.
std::string bare(std::string_view header) {
  std::string key = header_key(header);
  for (const std::string_view prefix : {"opportunity", "deal", "opp"}) {
    if (key.size() > prefix.size() + 1 && key.starts_with(prefix)) {
      key.erase(0, prefix.size());
      break;
    }
  }
  for (const std::string_view currency :
       {"usd", "eur", "gbp", "chf", "inusd", "ineur", "ingbp", "utc", "converted",
        "incompanycurrency", "companycurrency"}) {
    if (key.size() > currency.size() + 2 && key.ends_with(currency)) {
      key.erase(key.size() - currency.size());
      break;
    }
  }
  return key;
}

}  // namespace

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::opportunities:
      return "opportunities";
    case Kind::accounts:
      return "accounts";
    case Kind::products:
      return "products";
    case Kind::people:
      return "people";
    case Kind::unknown:
      break;
  }
  return "not used";
}

std::span<const FieldRow> field_rows() { return kRows; }

const FieldRow* field_row(Kind kind, FieldId id) {
  for (const FieldRow& row : kRows)
    if (row.kind == kind && row.id == id) return &row;
  return nullptr;
}

const FieldRow* field_named(std::string_view key) {
  const std::string wanted = header_key(key);
  for (const FieldRow& row : kRows) {
    if (header_key(row.key) == wanted) return &row;
  }
  for (const FieldRow& row : kRows) {
    if (row.id == FieldId::closed && (wanted == "closed" || wanted == "closing")) return &row;
    if (row.id == FieldId::created && wanted == "createddate") return &row;
    if (row.id == FieldId::id && wanted == "id") return &row;
    if (row.id == FieldId::price && wanted == "price") return &row;
  }
  return nullptr;
}

int header_match(const FieldRow& row, std::string_view header) {
  const std::string key = header_key(header);
  if (listed(row.first, key)) return 2;
  if (listed(row.second, key)) return 1;
  const std::string core = bare(header);
  if (core == key) return 0;
  if (listed(row.first, core)) return key.ends_with(core) ? 2 : 1;
  return listed(row.second, core) ? 1 : 0;
}

}  // namespace tandem::crm
