using System.Text;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Drawing;

namespace RandomInspection.Matching;

/// <summary>Reads problems strictly: nothing unknown, nothing twice, nothing missing, no number written otherwise.</summary>
/// <remarks>
/// Absent optional members mean no restriction. Neither the order of members nor that of visits, inspectors or anything else matters:
/// <see cref="MatchProblem.Digest"/> is taken of the canonical form. Source: docs/match-specification.md "Problem".
/// </remarks>
public static class MatchProblemDocument
{
    private const string Name = "problem";

    /// <summary>Reads a problem.</summary>
    /// <param name="text">The document's text.</param>
    /// <exception cref="InputRefusedException">It is not a problem (RI1201 to RI1204, RI3101 to RI3119).</exception>
    public static MatchProblem Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Reads a problem.</summary>
    /// <param name="utf8">The document's bytes, UTF-8 without BOM.</param>
    /// <exception cref="InputRefusedException">It is not a problem (RI1201 to RI1204, RI3101 to RI3119).</exception>
    public static MatchProblem Parse(ReadOnlySpan<byte> utf8)
    {
        StrictJson json = StrictJson.Parse(Name, utf8);
        json.Members(["visits", "inspectors"], ["exclusions", "locked", "loadPolicy"]);
        return MatchProblem.Of(
            [.. json.Array("visits").Select(ReadVisit)],
            [.. json.Array("inspectors").Select(ReadInspector)],
            json.Has("exclusions") ? [.. json.Array("exclusions").Select(ReadExclusion)] : null,
            json.Has("locked") ? [.. json.Array("locked").Select(ReadLocked)] : null,
            json.Has("loadPolicy") && json.OneOf("loadPolicy", "balanced", "capacityOnly") == "capacityOnly" ? LoadPolicy.CapacityOnly : LoadPolicy.Balanced);
    }

    private static MatchVisit ReadVisit(StrictJson json)
    {
        json.AsObject().Members(["id", "teams"], ["window"]);
        string id = json.Text("id");
        return new MatchVisit(id, json.Has("window") ? ReadInterval(json.Object("window"), id + ".window") : null, json.Array("teams").Select(ReadTeam));
    }

    private static TeamNeed ReadTeam(StrictJson json)
    {
        json.AsObject().Members(["department", "count"], ["qualifications", "regions"]);
        return new TeamNeed(json.Text("department"), (int)json.Integer("count", 0, int.MaxValue), Texts(json, "qualifications"), Texts(json, "regions"));
    }

    private static MatchInspector ReadInspector(StrictJson json)
    {
        json.AsObject().Members(["id", "department"], ["regions", "qualifications", "capacity", "prior", "leave", "certificateValidFrom", "certificateValidTo"]);
        string id = json.Text("id");
        return new MatchInspector(
            id,
            json.Text("department"),
            json.Has("capacity") ? (int)json.Integer("capacity", 0, int.MaxValue) : null,
            json.Has("prior") ? (int)json.Integer("prior", 0, int.MaxValue) : 0,
            Texts(json, "regions"),
            Texts(json, "qualifications"),
            json.Has("leave") ? [.. json.Array("leave").Select(leave => ReadInterval(leave.AsObject(), id + ".leave"))] : null,
            json.Has("certificateValidFrom") ? Date(json, "certificateValidFrom") : null,
            json.Has("certificateValidTo") ? Date(json, "certificateValidTo") : null);
    }

    private static MatchExclusion ReadExclusion(StrictJson json)
    {
        json.AsObject().Members(["visit", "inspector", "code"]);
        return new MatchExclusion(json.Text("visit"), json.Text("inspector"), json.Text("code"));
    }

    private static LockedSeat ReadLocked(StrictJson json)
    {
        json.AsObject().Members(["visit", "inspector", "department"], ["reason", "approver"]);
        return new LockedSeat(json.Text("visit"), json.Text("inspector"), json.Text("department"), Optional("reason"), Optional("approver"));

        string? Optional(string member) => json.Has(member) ? json.Text(member) : null;
    }

    private static string[]? Texts(StrictJson json, string member) => json.Has(member) ? [.. json.Array(member).Select(text => text.Text())] : null;

    private static DateInterval ReadInterval(StrictJson json, string what)
    {
        json.Members(["from", "to"]);
        (LocalDate from, LocalDate to) = (Date(json, "from"), Date(json, "to"));
        return from <= to
            ? new DateInterval(from, to)
            : throw MatchingRefusals.EndsBeforeItBegins.Refuse(("what", what), ("from", json.Text("from")), ("to", json.Text("to")));
    }

    private static LocalDate Date(StrictJson json, string member) =>
        json.Text(member).Length == 10 && LocalDatePattern.Iso.Parse(json.Text(member)).TryGetValue(default, out LocalDate date)
            ? date
            : throw json.Member(member).Malformed("须为日期，如 2026-03-02", "a date such as 2026-03-02");
}
