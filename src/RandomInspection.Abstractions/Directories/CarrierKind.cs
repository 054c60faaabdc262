namespace RandomInspection.Directories;

/// <summary>Kinds of carriers (行为载体). Source: 沈政办发〔2020〕19号 三(三).</summary>
public enum CarrierKind
{
    /// <summary>产品。</summary>
    Product = 0,

    /// <summary>项目。</summary>
    Project = 1,

    /// <summary>场所。</summary>
    Site = 2,

    /// <summary>点位。</summary>
    Point = 3,
}

/// <summary>The words for kinds of carriers.</summary>
public static class CarrierKindNames
{
    /// <summary>A kind in one language.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="language">The language.</param>
    public static string Name(this CarrierKind kind, Language language) => (kind, language) switch
    {
        (CarrierKind.Product, Language.Chinese) => "产品",
        (CarrierKind.Product, _) => "product",
        (CarrierKind.Project, Language.Chinese) => "项目",
        (CarrierKind.Project, _) => "project",
        (CarrierKind.Site, Language.Chinese) => "场所",
        (CarrierKind.Site, _) => "site",
        (CarrierKind.Point, Language.Chinese) => "点位",
        (CarrierKind.Point, _) => "point",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The kind that a Chinese word says, or <see langword="null"/>.</summary>
    /// <param name="text">The word.</param>
    public static CarrierKind? Read(string text) =>
        Enum.GetValues<CarrierKind>().Select(kind => (CarrierKind?)kind).FirstOrDefault(kind => kind!.Value.Name(Language.Chinese) == text);
}
