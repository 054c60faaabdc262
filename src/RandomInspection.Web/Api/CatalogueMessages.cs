using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using RandomInspection.Catalogue;

namespace RandomInspection.Web.Api;

/// <summary>A department's catalogue: its newest version, and for whoever works here the one that is being prepared.</summary>
internal sealed record CatalogueResource(string DepartmentId, int? Version, LocalDate? EffectiveFrom, Instant? PublishedAt, ImmutableArray<ItemResource> Items, CatalogueStatus? UnderWay, string? ReturnReason, ImmutableArray<ItemResource> Drafted)
{
    public static CatalogueResource Of(ItemCatalogue catalogue, Person? reader) => new(
        catalogue.DepartmentId,
        catalogue.Latest?.Number,
        catalogue.Latest?.EffectiveFrom,
        catalogue.Latest?.PublishedAt,
        [.. (catalogue.Latest?.Items ?? []).Select(ItemResource.Of)],
        reader is null ? null : catalogue.Draft?.Status,
        reader is null ? null : catalogue.Draft?.ReturnReason,
        reader is null || catalogue.Draft is null ? [] : [.. catalogue.Draft.Items.Select(ItemResource.Of)]);
}

/// <summary>An item that may be inspected.</summary>
internal sealed record ItemResource(string Code, string DepartmentId, string ChineseTitle, string EnglishTitle, string LegalBasis, bool IsKey, int RatioPercent, InspectionMethod Method, int TimesAYear, ImmutableArray<string> Qualifications)
{
    public static ItemResource Of(InspectionItem item) => new(
        item.Code, item.DepartmentId, item.ChineseTitle, item.EnglishTitle, item.LegalBasis, item.IsKey, item.RatioPercent, item.Method, item.TimesAYear, item.Qualifications);
}

/// <summary>An item as it is to be.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ItemBody(
    string Code,
    string ChineseTitle,
    string EnglishTitle,
    string LegalBasis,
    bool IsKey,
    int RatioPercent,
    string ChineseObjectKind = "",
    string EnglishObjectKind = "",
    InspectionMethod Method = InspectionMethod.OnSite,
    int TimesAYear = 1,
    ImmutableArray<string>? Qualifications = null) : IApiBody<ItemBody>
{
    public static ItemBody Chinese => new("SCJG-99", "食品销售者检查", "Food sellers", "食品安全法 第一百一十条", true, 5, "食品销售者", "Food sellers");

    public static ItemBody English => Chinese;

    public InspectionItem Item(string departmentId) =>
        new(Code, departmentId, ChineseTitle, EnglishTitle, LegalBasis, IsKey, RatioPercent, ChineseObjectKind, EnglishObjectKind, Method, TimesAYear) { Qualifications = Qualifications ?? [] };
}

/// <summary>A version that is published.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PublishCatalogueBody(LocalDate EffectiveFrom, string Channel) : IApiBody<PublishCatalogueBody>
{
    public static PublishCatalogueBody Chinese => new(new LocalDate(2026, 12, 1), "公示系统（辽宁）");

    public static PublishCatalogueBody English => new(new LocalDate(2026, 12, 1), "The national system");
}

/// <summary>A law that changed.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BasisChangeBody(string Law, LocalDate ChangedOn, ImmutableArray<string> Items) : IApiBody<BasisChangeBody>
{
    public static BasisChangeBody Chinese => new("食品安全法", new LocalDate(2026, 11, 1), ["SCJG-01"]);

    public static BasisChangeBody English => new("Food Safety Law", new LocalDate(2026, 11, 1), ["SCJG-01"]);
}
