// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>An item as it is to be.</summary>
public sealed record ItemBody
{
    /// <summary><c>code</c>.</summary>
    public required string Code { get; init; }

    /// <summary><c>chineseTitle</c>.</summary>
    public required string ChineseTitle { get; init; }

    /// <summary><c>englishTitle</c>.</summary>
    public required string EnglishTitle { get; init; }

    /// <summary><c>legalBasis</c>.</summary>
    public required string LegalBasis { get; init; }

    /// <summary><c>isKey</c>.</summary>
    public required bool IsKey { get; init; }

    /// <summary><c>ratioPercent</c>.</summary>
    public required int RatioPercent { get; init; }

    /// <summary><c>chineseObjectKind</c>.</summary>
    public string? ChineseObjectKind { get; init; }

    /// <summary><c>englishObjectKind</c>.</summary>
    public string? EnglishObjectKind { get; init; }

    /// <summary><c>method</c>.</summary>
    public InspectionMethod? Method { get; init; }

    /// <summary><c>timesAYear</c>.</summary>
    public int? TimesAYear { get; init; }

    /// <summary><c>qualifications</c>.</summary>
    public IReadOnlyList<string>? Qualifications { get; init; }
}
