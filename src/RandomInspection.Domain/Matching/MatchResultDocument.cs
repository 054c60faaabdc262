using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Matching;

/// <summary>A result as a JSON document, and the digest of what counts in it.</summary>
/// <remarks>Source: docs/match-specification.md "Result".</remarks>
public static partial class MatchResultDocument
{
    private const string Name = "match result";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document's bytes: UTF-8 without BOM, indented by one space, LF.</summary>
    /// <param name="result">The result.</param>
    public static byte[] Write(MatchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Indented))
        {
            json.WriteStartObject();
            WriteHead(json, result.Problem, result.Seed, result.MixFactor);
            if (result.IsUnmixed)
            {
                json.WriteBoolean("unmixed", true);
            }

            json.WriteStartArray("teams");
            foreach (MatchedTeam team in result.Teams)
            {
                json.WriteStartObject();
                WriteTeam(json, team);
                json.WriteNumber("pool", team.Pool);
                if (team.IsHardlyRandom)
                {
                    json.WriteBoolean("hardlyRandom", true);
                }

                if (team.Missing > 0)
                {
                    json.WriteNumber("missing", team.Missing);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteLevels(json, result.Levels);
            if (result.Short is null)
            {
                json.WriteNull("short");
            }
            else
            {
                WriteShortage(json, result.Short);
            }

            WriteReport(json, result.Report);
            json.WriteString("digest", result.Digest.Hex);
            json.WriteEndObject();
        }

        bytes.Write("\n"u8);
        return CanonicalJson.Verbatim(bytes.WrittenSpan);
    }

    /// <summary>The teams of a document, for a replacement: checked against its digest and against the problem.</summary>
    /// <param name="problem">The problem of which it is a result.</param>
    /// <param name="utf8">The document's bytes.</param>
    /// <exception cref="InputRefusedException">It is not a result (RI1201 to RI1204, RI1303), or not one of this problem, or was changed (RI3121).</exception>
    public static ImmutableArray<MatchedTeam> ReadTeams(MatchProblem problem, ReadOnlySpan<byte> utf8)
    {
        ArgumentNullException.ThrowIfNull(problem);
        StrictJson json = StrictJson.Parse(Name, utf8);
        json.Members(["specification", "problem", "seed", "mixFactor", "teams", "levels", "short", "report", "digest"], ["unmixed"]);
        if (json.Text("specification") is var specification && specification != MatchStream.Specification)
        {
            throw DrawingRefusals.UnknownSpecification.Refuse(("specification", specification));
        }

        if (json.Digest("problem") != problem.Digest)
        {
            throw MatchingRefusals.TeamsOfAnotherProblem.Refuse(("detailZh", "问题的摘要不同"), ("detailEn", "the problem's digest is another"));
        }

        int mixFactor = (int)json.Integer("mixFactor", 0, InspectorMatcher.MaxMixFactor);
        if (json.Has("unmixed") != (mixFactor == 0) || (mixFactor == 0 && !json.Boolean("unmixed")))
        {
            throw json.Member("mixFactor").Malformed("0 与 unmixed 须同时出现", "0 and unmixed stand together");
        }

        TeamNeed[] needs = [.. problem.Visits.SelectMany(visit => visit.Teams)];
        string[] visits = [.. problem.Visits.SelectMany(visit => visit.Teams.Select(_ => visit.Id))];
        ImmutableArray<MatchedTeam> teams = [.. json.Array("teams").Select((team, i) => ReadTeam(team, i < needs.Length ? needs[i] : null, i < needs.Length ? visits[i] : null))];
        ImmutableArray<InspectorLevel> levels = [.. json.Object("levels").Entries().Select(entry => new InspectorLevel(entry.Name, (int)entry.Value.Integer(0, int.MaxValue)))];
        return teams.Length == needs.Length && ResultDigest.Of(problem.Digest, Seed.Parse(json.Hex("seed", 64)), mixFactor, teams, levels) == json.Digest("digest")
            ? teams
            : throw MatchingRefusals.TeamsOfAnotherProblem.Refuse(("detailZh", "结果的摘要不符"), ("detailEn", "the result's digest does not fit"));
    }

    private static MatchedTeam ReadTeam(StrictJson json, TeamNeed? need, string? visit)
    {
        json.AsObject().Members(["visit", "department", "inspectors", "pool"], ["hardlyRandom", "missing"]);
        ImmutableArray<string> inspectors = [.. json.Array("inspectors").Select(inspector => inspector.Text())];
        int missing = json.Has("missing") ? (int)json.Integer("missing", 1, TeamNeed.MaxCount) : 0;
        return need is not null && json.Text("visit") == visit && json.Text("department") == need.Department && inspectors.Length + missing == need.Count
            ? new MatchedTeam(json.Text("visit"), need, inspectors, (int)json.Integer("pool", 0, MatchProblem.MaxSize))
            : throw MatchingRefusals.TeamsOfAnotherProblem.Refuse(("detailZh", json.Text("visit")), ("detailEn", json.Text("visit")));
    }

    private static void WriteHead(Utf8JsonWriter json, Digest problem, Seed seed, int mixFactor)
    {
        json.WriteString("specification", MatchStream.Specification);
        json.WriteString("problem", problem.Hex);
        json.WriteString("seed", seed.Hex);
        json.WriteNumber("mixFactor", mixFactor);
    }

    private static void WriteTeam(Utf8JsonWriter json, MatchedTeam team)
    {
        json.WriteString("visit", team.Visit);
        json.WriteString("department", team.Department);
        WriteTexts(json, "inspectors", team.Inspectors);
    }

    private static void WriteLevels(Utf8JsonWriter json, ImmutableArray<InspectorLevel> levels)
    {
        json.WriteStartObject("levels");
        foreach (InspectorLevel level in levels)
        {
            json.WriteNumber(level.Inspector, level.Level);
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
