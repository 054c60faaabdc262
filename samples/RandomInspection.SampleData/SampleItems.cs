using System.Collections.Immutable;
using static RandomInspection.SampleData.SampleDepartments;
using static RandomInspection.SampleData.SampleItemKind;
using static RandomInspection.SampleData.SampleMethod;

namespace RandomInspection.SampleData;

/// <summary>Thirty inspection items, five of each department.</summary>
/// <remarks>
/// The articles were compared with the texts in force in April 2025. Titles, ratios and kinds are examples; a real list is prepared
/// by the department, reviewed by the judicial administration, reported and published (沈政办发〔2020〕19号 三(二)).
/// </remarks>
public static class SampleItems
{
    /// <summary>All thirty, by department.</summary>
    public static ImmutableArray<SampleItem> All { get; } =
    [
        new("SCJG-01", Market, "食品生产经营监督检查", "Food production and trade", "《中华人民共和国食品安全法》第一百一十条", "食品生产经营者", "Producers and sellers of food", ["C", "F", "H"], OnSite, Key, 10),
        new("SCJG-02", Market, "特种设备使用单位监督检查", "Users of special equipment", "《中华人民共和国特种设备安全法》第五十七条", "特种设备使用单位", "Users of lifts, boilers, pressure vessels", ["C", "D", "K"], OnSite, Key, 10),
        new("SCJG-03", Market, "产品质量监督抽查", "Product quality", "《中华人民共和国产品质量法》第十五条", "产品生产者、销售者", "Producers and sellers of products", ["C", "F"], Sampling, General, 3),
        new("SCJG-04", Market, "药品经营使用监督检查", "Trade in and use of medicines", "《中华人民共和国药品管理法》第九十九条", "药品零售企业和使用单位", "Pharmacies and users of medicines", ["F", "Q"], OnSite, Key, 10),
        new("SCJG-05", Market, "广告发布监督检查", "Advertising", "《中华人民共和国广告法》第四十九条", "广告主、广告经营者、广告发布者", "Advertisers and advertising agencies", ["L", "R"], Online, General, 3),

        new("STHJ-01", Ecology, "排污许可执行情况检查", "Observance of pollutant discharge permits", "《排污许可管理条例》第二十五条", "排污单位", "Holders of discharge permits", ["C", "D"], OnSite, Key, 20),
        new("STHJ-02", Ecology, "建设项目环境保护设施监督检查", "Environmental facilities of construction projects", "《建设项目环境保护管理条例》第二十条", "建设单位", "Owners of construction projects", ["C", "E", "K"], OnSite, General, 5),
        new("STHJ-03", Ecology, "危险废物经营单位监督检查", "Handlers of hazardous waste", "《危险废物经营许可证管理办法》第十七条", "危险废物经营单位", "Holders of hazardous waste licences", ["N"], OnSite, Key, 100),
        new("STHJ-04", Ecology, "放射性同位素与射线装置监督检查", "Radioisotopes and radiation devices", "《放射性同位素与射线装置安全和防护条例》第四十六条", "核技术利用单位", "Users of radiation sources", ["C", "M", "Q"], OnSite, Key, 20),
        new("STHJ-05", Ecology, "畜禽养殖污染防治监督检查", "Pollution by livestock farming", "《畜禽规模养殖污染防治条例》第二十三条", "畜禽养殖场、养殖小区", "Livestock farms", ["A"], OnSite, General, 5),

        new("YJGL-01", Emergency, "安全生产法律法规执行情况检查", "Observance of work safety law", "《中华人民共和国安全生产法》第六十五条", "生产经营单位", "Producers and operators", ["B", "C", "G"], OnSite, Key, 10),
        new("YJGL-02", Emergency, "从业人员安全培训检查", "Safety training of staff", "《中华人民共和国安全生产法》第二十八条", "生产经营单位", "Producers and operators", ["B", "C", "F"], Documents, General, 5),
        new("YJGL-03", Emergency, "重大危险源管理检查", "Major hazard installations", "《中华人民共和国安全生产法》第四十条", "重大危险源单位", "Operators of major hazard installations", ["C", "D"], OnSite, Key, 100),
        new("YJGL-04", Emergency, "危险化学品安全监督检查", "Safety of hazardous chemicals", "《危险化学品安全管理条例》第七条", "危险化学品生产、储存、经营单位", "Producers, stores and sellers of hazardous chemicals", ["C", "F", "G"], OnSite, Key, 20),
        new("YJGL-05", Emergency, "安全评价检测检验机构检查", "Safety assessment and testing bodies", "《中华人民共和国安全生产法》第七十二条", "安全评价、检测检验机构", "Safety assessment and testing bodies", ["L", "M"], Documents, General, 5),

        new("ZFJS-01", Housing, "建设工程质量监督检查", "Quality of construction works", "《建设工程质量管理条例》第四十七条", "建设、勘察、设计、施工、监理单位", "Owners, designers, builders and supervisors of works", ["E", "K", "M"], OnSite, Key, 10),
        new("ZFJS-02", Housing, "建设工程安全生产监督检查", "Safety on construction sites", "《建设工程安全生产管理条例》第四十三条", "施工单位", "Builders", ["E"], OnSite, Key, 10),
        new("ZFJS-03", Housing, "物业服务监督检查", "Property management", "《物业管理条例》第五条", "物业服务企业", "Property managers", ["K"], OnSite, General, 5),
        new("ZFJS-04", Housing, "商品房预售监督检查", "Advance sale of housing", "《中华人民共和国城市房地产管理法》第四十五条", "房地产开发企业", "Property developers", ["K"], Documents, General, 5),
        new("ZFJS-05", Housing, "燃气经营安全监督检查", "Safety of gas supply", "《城镇燃气管理条例》第四十一条", "燃气经营者", "Suppliers of gas", ["D"], OnSite, Key, 20),

        new("WLGD-01", Culture, "娱乐场所监督检查", "Places of entertainment", "《娱乐场所管理条例》第三十二条", "歌舞、游艺娱乐场所", "Song, dance and games venues", ["R"], OnSite, General, 5),
        new("WLGD-02", Culture, "互联网上网服务营业场所检查", "Internet cafés", "《互联网上网服务营业场所管理条例》第四条", "互联网上网服务营业场所", "Internet cafés", ["I"], OnSite, General, 5),
        new("WLGD-03", Culture, "旅行社经营行为检查", "Travel agencies", "《中华人民共和国旅游法》第八十五条", "旅行社", "Travel agencies", ["L"], Documents, General, 5),
        new("WLGD-04", Culture, "营业性演出监督检查", "Commercial performances", "《营业性演出管理条例》第三十三条", "演出举办单位", "Organisers of performances", ["R"], OnSite, General, 5),
        new("WLGD-05", Culture, "电影放映活动监督检查", "Film screening", "《中华人民共和国电影产业促进法》第四十六条", "电影放映单位", "Cinemas", ["R"], OnSite, General, 5),

        new("WSJK-01", Health, "公共场所卫生监督检查", "Hygiene of public places", "《公共场所卫生管理条例》第十条", "住宿、沐浴、理发美容等公共场所", "Hotels, bath houses, hairdressers", ["H", "O", "R"], OnSite, General, 5),
        new("WSJK-02", Health, "医疗卫生机构执业监督检查", "Practice of medical institutions", "《中华人民共和国基本医疗卫生与健康促进法》第八十六条", "医疗卫生机构", "Medical institutions", ["Q"], OnSite, Key, 10),
        new("WSJK-03", Health, "医疗废物管理监督检查", "Medical waste", "《医疗废物管理条例》第三十五条", "医疗卫生机构", "Medical institutions", ["Q"], OnSite, Key, 20),
        new("WSJK-04", Health, "职业病防治监督检查", "Prevention of occupational disease", "《中华人民共和国职业病防治法》第六十二条", "用人单位", "Employers with occupational hazards", ["B", "C"], OnSite, General, 5),
        new("WSJK-05", Health, "学校卫生监督检查", "School hygiene", "《学校卫生工作条例》第二十八条", "学校", "Schools", ["P"], OnSite, General, 5),
    ];
}
