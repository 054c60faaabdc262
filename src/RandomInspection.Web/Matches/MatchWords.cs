using System.Collections.Immutable;
using RandomInspection.Drawing;
using RandomInspection.Web.Draws;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Matches;

/// <summary>A match's ceremony is a draw's in all but its words: this says them.</summary>
internal static class MatchWords
{
    private static readonly ImmutableArray<(string Draw, string Match)> Pairs =
    [
        ("名单、方案", "匹配问题"), ("名单已冻结", "问题已冻结"), ("抽取", "匹配"),
        ("frame, design", "problem"), ("Frame frozen", "Problem frozen"),
        ("drawing", "matching"), ("Drawing", "Matching"), ("drawn", "matched"), ("Drawn", "Matched"), ("draw", "match"), ("Draw", "Match"),
    ];

    /// <summary>A text about a draw, said of a match.</summary>
    public static string Of(string text) => Pairs.Aggregate(text, (said, pair) => said.Replace(pair.Draw, pair.Match, StringComparison.Ordinal));

    /// <summary>A text about a ceremony: as it stands for a draw, in a match's words for a match.</summary>
    public static string Of(DrawCeremony ceremony, string text) => ceremony.Preparation.Match is null ? text : Of(text);

    public static string Name(CeremonyStatus status, Tongue tongue) => Of(CeremonyText.Name(status, tongue));

    public static string Name(Assurance assurance, Tongue tongue) => Of(CeremonyText.Name(assurance, tongue));

    /// <summary>The page of a ceremony.</summary>
    public static string Path(DrawCeremony ceremony) => ceremony.Preparation.Match is null ? $"/draws/{ceremony.Id}" : $"/matches/{ceremony.Id}";
}
