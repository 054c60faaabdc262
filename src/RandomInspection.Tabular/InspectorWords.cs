using RandomInspection.Directories;

namespace RandomInspection.Tabular;

/// <summary>The words by which files say what an inspector is; the first of each is the one that is written.</summary>
public static class InspectorWords
{
    /// <summary>What stands for all regions.</summary>
    public const string AllRegions = "全市";

    internal const string KnownKinds = "公务员执法人员、持证人员、日常监管人员、专家 / officer, certifiedStaff, supervisionStaff, expert";
    internal const string KnownLevels = "市级、区县级 / city, district";
    internal const string KnownStatuses = "在岗、离岗 / active, left";

    private static readonly (string Word, InspectorKind Kind)[] Kinds =
    [
        ("公务员执法人员", InspectorKind.Officer),
        ("公务员", InspectorKind.Officer),
        ("officer", InspectorKind.Officer),
        ("持证人员", InspectorKind.CertifiedStaff),
        ("持证执法人员", InspectorKind.CertifiedStaff),
        ("certifiedStaff", InspectorKind.CertifiedStaff),
        ("日常监管人员", InspectorKind.SupervisionStaff),
        ("supervisionStaff", InspectorKind.SupervisionStaff),
        ("专家", InspectorKind.Expert),
        ("expert", InspectorKind.Expert),
    ];

    private static readonly (string Word, InspectorLevel Level)[] Levels =
    [
        ("市级", InspectorLevel.City),
        ("市", InspectorLevel.City),
        ("city", InspectorLevel.City),
        ("区县级", InspectorLevel.District),
        ("区级", InspectorLevel.District),
        ("县级", InspectorLevel.District),
        ("区县", InspectorLevel.District),
        ("district", InspectorLevel.District),
    ];

    private static readonly (string Word, InspectorStatus Status)[] Statuses =
    [
        ("在岗", InspectorStatus.Active),
        ("在职", InspectorStatus.Active),
        ("active", InspectorStatus.Active),
        ("", InspectorStatus.Active),
        ("离岗", InspectorStatus.Left),
        ("离职", InspectorStatus.Left),
        ("调离", InspectorStatus.Left),
        ("退休", InspectorStatus.Left),
        ("left", InspectorStatus.Left),
    ];

    /// <summary>The word for a kind, for example 公务员执法人员.</summary>
    /// <param name="kind">A kind.</param>
    public static string Of(InspectorKind kind) => Kinds.First(one => one.Kind == kind).Word;

    /// <summary>The word for a level, for example 市级.</summary>
    /// <param name="level">A level.</param>
    public static string Of(InspectorLevel level) => Levels.First(one => one.Level == level).Word;

    /// <summary>The word for a status, for example 在岗.</summary>
    /// <param name="status">A status.</param>
    public static string Of(InspectorStatus status) => Statuses.First(one => one.Status == status).Word;

    internal static InspectorKind? Kind(string text) => Find(Kinds, text);

    internal static InspectorLevel? Level(string text) => Find(Levels, text);

    internal static InspectorStatus? Status(string text) => Find(Statuses, text);

    internal static bool IsAllRegions(string text) => text is AllRegions or "全部" or "全市域" or "*" || text.Equals("all", StringComparison.OrdinalIgnoreCase);

    private static T? Find<T>((string Word, T Value)[] words, string text)
        where T : struct
    {
        foreach ((string word, T value) in words)
        {
            if (word.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}
