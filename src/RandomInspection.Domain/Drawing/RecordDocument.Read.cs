using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace RandomInspection.Drawing;

public static partial class RecordDocument
{
    private const string Name = "record";

    /// <summary>Reads a record strictly.</summary>
    /// <param name="utf8">The record's bytes.</param>
    /// <exception cref="InputRefusedException">It is not a record (RI1201 to RI1204, RI1101 to RI1103).</exception>
    public static DrawRecord Read(ReadOnlySpan<byte> utf8)
    {
        StrictJson json = StrictJson.Parse(Name, utf8);
        StrictJson.RequireCompact(Name, utf8);
        if (json.Has("format"))
        {
            json.OneOf("format", Format);
        }

        string[] common =
        [
            "format", "view", "outcome", "opening", "openedAt", "commitments", "contributions", "struck", "void", "seed", "drawnAt", "assurance", "breakOff",
        ];
        if (!json.Has("view"))
        {
            throw json.Fault(common, ["classes", "auditorDigest", "tasks", "subject"])!;
        }

        RecordView view = json.OneOf("view", "public", "auditor", "subject") switch
        {
            "public" => RecordView.Public,
            "auditor" => RecordView.Auditor,
            _ => RecordView.Subject,
        };
        json.MembersInOrder([
            .. common,
            .. Optional("classes", json.Has("classes")),
            .. Optional("auditorDigest", view != RecordView.Auditor),
            view == RecordView.Subject ? "subject" : "tasks",
            .. Optional("matches", json.Has("matches")),
        ]);
        bool drawn = json.OneOf("outcome", "drawn", "void") == "drawn";
        if (json.IsNull("void") != drawn || json.IsNull("seed") == drawn || json.IsNull("drawnAt") == drawn || (json.Has("classes") && !drawn))
        {
            throw json.Member("outcome").Malformed("须与 void、seed、drawnAt、classes 一致", "it must agree with void, seed, drawnAt and classes");
        }

        if (!drawn && (view == RecordView.Subject || json.Array("tasks").Any() || (json.Has("matches") && json.Array("matches").Any())))
        {
            throw json.Member("outcome").Malformed("作废的抽取没有结果", "a void draw has no result");
        }

        ClassPublication classes = ReadClasses(json);
        return new DrawRecord
        {
            View = view,
            OpeningText = json.Text("opening"),
            OpenedAt = ReadMoment(json, "openedAt"),
            Commitments = [.. json.Array("commitments").Select(ReadCommitment)],
            Contributions = [.. json.Array("contributions").Select(ReadContribution)],
            Struck = [.. json.Array("struck").Select(ReadStruck)],
            Voided = drawn ? null : ReadVoided(json.Object("void")),
            Seed = drawn ? Seed.Parse(json.Digest("seed").Hex) : null,
            DrawnAt = drawn ? ReadMoment(json, "drawnAt") : null,
            Assurance = json.OneOf("assurance", "witnessed", "operator") == "witnessed" ? Assurance.Witnessed : Assurance.Operator,
            BreakOff = json.Boolean("breakOff"),
            Classes = classes,
            AuditorDigest = view == RecordView.Auditor ? null : json.Digest("auditorDigest"),
            Tasks = view == RecordView.Subject ? [] : [.. json.Array("tasks").Select(task => ReadTask(task, view, classes))],
            Matches = json.Has("matches") ? [.. json.Array("matches").Select(ReadMatch)] : [],
            Subject = view == RecordView.Subject ? ReadSubject(json.Object("subject")) : null,
        };
    }

    private static ClassPublication ReadClasses(StrictJson json)
    {
        if (!json.Has("classes"))
        {
            return ClassPublication.Withheld;
        }

        json.OneOf("classes", Published);
        return ClassPublication.Published;
    }

    private static string[] Optional(string member, bool isThere) => isThere ? [member] : [];

    private static Instant ReadMoment(StrictJson json, string member) =>
        RecordTimes.Moment(json.Text(member)) is { } moment
            ? moment
            : throw json.Member(member).Malformed("须为 UTC 时刻，如 2026-03-02T01:30:00Z", "a UTC moment such as 2026-03-02T01:30:00Z");

    private static RecordedCommitment ReadCommitment(StrictJson json)
    {
        json.AsObject().MembersInOrder(["party", "commitment", "at", "signature"]);
        return new RecordedCommitment(
            json.Name("party"), json.Digest("commitment"), ReadMoment(json, "at"), json.IsNull("signature") ? null : json.Some("signature"));
    }

    private static RecordedContribution ReadContribution(StrictJson json)
    {
        json.AsObject().MembersInOrder(["party", "kind", "value", "at"]);
        ContributionKind kind = json.OneOf("kind", "committed", "public", "system") switch
        {
            "committed" => ContributionKind.Committed,
            "public" => ContributionKind.Public,
            _ => ContributionKind.System,
        };
        return new RecordedContribution(new Contribution(json.Name("party"), kind, json.Text("value")), ReadMoment(json, "at"));
    }

    private static StruckParty ReadStruck(StrictJson json)
    {
        json.AsObject().MembersInOrder(["party", "reason", "at"]);
        return new StruckParty(json.Name("party"), json.OneOf("reason", "notCommitted", "notRevealed", "noValue"), ReadMoment(json, "at"));
    }

    private static VoidedDraw ReadVoided(StrictJson json)
    {
        json.MembersInOrder(["reason", "by", "at"]);
        ImmutableArray<string> by = [.. json.Array("by").Select(person => person.Some())];
        return by.Length == 2
            ? new VoidedDraw(json.Some("reason"), by, ReadMoment(json, "at"))
            : throw json.Member("by").Malformed("须为两人", "two persons");
    }

    private static RecordedMatch ReadMatch(StrictJson json)
    {
        json.AsObject().MembersInOrder("id", "mixFactor", "resultDigest", "seats", "missing");
        return new RecordedMatch(
            json.Name("id"),
            (int)json.Integer("mixFactor", 0, int.MaxValue),
            json.Digest("resultDigest"),
            (int)json.Integer("seats", 0, int.MaxValue),
            (int)json.Integer("missing", 0, int.MaxValue));
    }

    private static RecordedTask ReadTask(StrictJson json, RecordView view, ClassPublication classes)
    {
        bool isAuditors = view == RecordView.Auditor;
        bool isOpen = classes == ClassPublication.Published;
        json.AsObject().MembersInOrder([
            "id", "design", "cells", "selected", .. Optional("reserves", isAuditors), "flags", .. Optional("directory", isAuditors || isOpen),
        ]);

        // Where classes are published, a selected unit is written as a reserve is: its cell first.
        ReserveUnit[] named = isOpen ? [.. json.Array("selected").Select(ReadReserve)] : [];
        RecordedTask task = new(
            json.Name("id"),
            json.Text("design"),
            [.. json.Array("cells").Select(cell => ReadCellResult(cell, isAuditors || isOpen))],
            isOpen ? [.. named.Select(unit => new SelectedUnit(unit.Ticket, unit.Id))] : [.. json.Array("selected").Select(ReadSelected)],
            isAuditors ? [.. json.Array("reserves").Select(ReadReserve)] : [],
            isAuditors || isOpen ? ReadDirectory(json.Object("directory")) : null)
        {
            SelectedCells = [.. named.Select(unit => unit.Cell)],
        };

        return task with { StatedFlags = [.. json.Array("flags").Select(ReadFlag)] };
    }

    private static (Cell Cell, ChanceRemark Remark) ReadFlag(StrictJson json)
    {
        json.AsObject().MembersInOrder(["stratum", "class", "flag"]);
        return (ReadCell(json), json.OneOf("flag", "certain", "never", "small") switch
        {
            "certain" => ChanceRemark.Certain,
            "never" => ChanceRemark.Never,
            _ => ChanceRemark.Small,
        });
    }

    private static Cell ReadCell(StrictJson json)
    {
        string @class = json.Text("class");
        return FrameUnit.IsClass(@class) ? new Cell(Stratum.Parse(json.Text("stratum")), @class) : throw DrawingRefusals.MalformedClass.Refuse(("class", @class));
    }

    private static CellResult ReadCellResult(StrictJson json, bool hasCutoff)
    {
        json.AsObject().MembersInOrder(["stratum", "class", "population", "drawable", "expectedNano", "size", .. Optional("cutoff", hasCutoff)]);
        CellCount count = new(ReadCell(json), json.Integer("population", 1, long.MaxValue), json.Integer("drawable", 0, int.MaxValue));
        if (count.Drawable > count.Population)
        {
            throw json.Member("drawable").Malformed("不得大于 population", "at most the population");
        }

        return new CellResult(
            new CellExpectation(count, json.IntegerText("expectedNano")),
            json.Integer("size", 0, int.MaxValue),
            hasCutoff ? ReadTicketOrNull(json, "cutoff") : null);
    }

    private static Ticket ReadTicket(StrictJson json, string member) => new(Convert.FromHexString(json.Digest(member).Hex));

    private static Ticket? ReadTicketOrNull(StrictJson json, string member) => json.IsNull(member) ? null : ReadTicket(json, member);

    private static SelectedUnit ReadSelected(StrictJson json)
    {
        json.AsObject().MembersInOrder(["ticket", "id"]);
        return new SelectedUnit(ReadTicket(json, "ticket"), json.Some("id"));
    }

    private static ReserveUnit ReadReserve(StrictJson json)
    {
        json.AsObject().MembersInOrder(["stratum", "class", "ticket", "id"]);
        return new ReserveUnit(ReadCell(json), ReadTicket(json, "ticket"), json.Some("id"));
    }

    private static RecordedDirectory ReadDirectory(StrictJson json)
    {
        json.MembersInOrder(["version", "criteria", "leftOut", .. json.Has("resting") ? ["resting"] : Array.Empty<string>()]);
        string? version = json.Member("version").IsText ? json.Some("version") : null;
        return new RecordedDirectory(
            version is null ? json.Integer("version", 0, long.MaxValue) : 0,
            json.Text("criteria"),
            Counts("leftOut", 0),
            json.Has("resting") ? Counts("resting", 1) : null)
        {
            VersionText = version,
        };

        ImmutableSortedDictionary<string, long> Counts(string member, long least) =>
            json.Object(member).Entries().ToImmutableSortedDictionary(e => e.Name, e => e.Value.Integer(least, long.MaxValue), StringComparer.Ordinal);
    }

    private static RecordedSubject ReadSubject(StrictJson json)
    {
        bool rests = json.Has("restingReasons");
        json.MembersInOrder(
            ["task", "line", "salt", "leafIndex", "frameSize", "frameRoot", "proof", "cutoff", "ticket", "drawn", .. rests ? ["restingReasons"] : Array.Empty<string>()]);
        if (rests && !json.Array("restingReasons").Any())
        {
            throw json.Member("restingReasons").Malformed("须至少有一项", "one reason at least");
        }

        StrictJson line = json.Object("line");
        line.MembersInOrder(["id", "stratum", "class", "standing"]);
        Cell cell = ReadCell(line);
        FrameUnit unit = new(
            line.Some("id"), cell.Stratum, cell.Class, line.OneOf("standing", "drawable", "resting") == "drawable" ? Standing.Drawable : Standing.Resting);
        InclusionProof proof = new(
            unit,
            json.Hex("salt", 32),
            json.Integer("leafIndex", 0, long.MaxValue),
            json.Integer("frameSize", 1, long.MaxValue),
            [.. json.Array("proof").Select(node => Digest.Parse(node.Text()))]);
        return new RecordedSubject(
            json.Name("task"), proof, json.Digest("frameRoot"), ReadTicketOrNull(json, "cutoff"), ReadTicket(json, "ticket"), json.Boolean("drawn"))
        {
            RestingReasons = rests ? [.. json.Array("restingReasons").Select(reason => reason.Some())] : [],
        };
    }
}
