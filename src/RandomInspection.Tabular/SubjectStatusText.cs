using RandomInspection.Directories;

namespace RandomInspection.Tabular;

/// <summary>The words for a status that registers use.</summary>
internal static class SubjectStatusText
{
    private static readonly Dictionary<string, SubjectStatus> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["存续"] = SubjectStatus.Active,
        ["在业"] = SubjectStatus.Active,
        ["在营"] = SubjectStatus.Active,
        ["开业"] = SubjectStatus.Active,
        ["在册"] = SubjectStatus.Active,
        ["正常"] = SubjectStatus.Active,
        ["存续（在营、开业、在册）"] = SubjectStatus.Active,
        ["active"] = SubjectStatus.Active,
        ["注销"] = SubjectStatus.Deregistered,
        ["已注销"] = SubjectStatus.Deregistered,
        ["deregistered"] = SubjectStatus.Deregistered,
        ["吊销"] = SubjectStatus.Revoked,
        ["吊销，未注销"] = SubjectStatus.Revoked,
        ["吊销未注销"] = SubjectStatus.Revoked,
        ["revoked"] = SubjectStatus.Revoked,
        ["迁出"] = SubjectStatus.MovedOut,
        ["movedOut"] = SubjectStatus.MovedOut,
        ["moved out"] = SubjectStatus.MovedOut,
        ["停业"] = SubjectStatus.Suspended,
        ["歇业"] = SubjectStatus.Suspended,
        ["suspended"] = SubjectStatus.Suspended,
    };

    /// <summary>The words, as a refusal lists them.</summary>
    public const string Known = "存续、在业、在营、开业、在册、注销、吊销、迁出、停业、歇业 / active, deregistered, revoked, movedOut, suspended";

    public static bool TryParse(string text, out SubjectStatus status) => Words.TryGetValue(text, out status);
}
