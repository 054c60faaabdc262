using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Ledger;

namespace RandomInspection.Drawing;

/// <summary>The bytes of <c>replacements.json</c>: <c>random-inspection-replacements/1</c>.</summary>
/// <remarks>Reading is strict: unknown, missing or repeated members and numbers written otherwise are refused.</remarks>
public static class ReplacementsDocument
{
    /// <summary>The name of the format.</summary>
    public const string Format = "random-inspection-replacements/1";

    private const string Name = "replacements";

    /// <summary>The bytes of an addendum, members in their order, LF at the end.</summary>
    /// <param name="replacements">The addendum.</param>
    public static byte[] Write(Replacements replacements)
    {
        ArgumentNullException.ThrowIfNull(replacements);
        return
        [
            .. CanonicalJson.Write(json =>
            {
                json.WriteString("format", Format);
                json.WriteString("task", replacements.Task);
                json.WriteStartArray("draws");
                foreach (ReplacementsDraw draw in replacements.Draws)
                {
                    json.WriteStartObject();
                    json.WriteString("draw", draw.Draw);
                    json.WriteString("supplements", draw.Supplements);
                    json.WriteStartArray("covers");
                    foreach (int number in draw.Covers)
                    {
                        json.WriteNumberValue(number);
                    }

                    json.WriteEndArray();
                    json.WriteString("record", draw.Record.Hex);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteStartArray("changes");
                foreach (PublishedChange change in replacements.Changes)
                {
                    Write(json, change);
                }

                json.WriteEndArray();
            }),
            (byte)'\n',
        ];
    }

    /// <summary>Reads an addendum strictly.</summary>
    /// <param name="utf8">Its bytes.</param>
    /// <exception cref="InputRefusedException">It is not one (RI1201 to RI1204, RI1206).</exception>
    public static Replacements Read(ReadOnlySpan<byte> utf8)
    {
        StrictJson json = StrictJson.Parse(Name, utf8);
        StrictJson.RequireCompact(Name, utf8);
        json.MembersInOrder("format", "task", "draws", "changes");
        json.OneOf("format", Format);
        return new Replacements(json.Name("task"), [.. json.Array("draws").Select(ReadDraw)], [.. json.Array("changes").Select(ReadChange)]);
    }

    private static void Write(Utf8JsonWriter json, PublishedChange change)
    {
        json.WriteStartObject();
        json.WriteNumber("number", change.Number);
        json.WriteString("draw", change.Draw);
        Write(json, "goes", change.Goes);
        json.WriteString("ground", Word(change.Ground));
        json.WriteNumber("directory", change.Directory);
        json.WriteStartArray("attempts");
        foreach (LocalDate day in change.Attempts)
        {
            json.WriteStringValue(LocalDatePattern.Iso.Format(day));
        }

        json.WriteEndArray();
        json.WriteStartArray("passedOver");
        foreach (PassedOverUnit passed in change.PassedOver)
        {
            json.WriteStartObject();
            json.WriteString("ticket", passed.Unit.Ticket.ToString());
            json.WriteString("id", passed.Unit.Id);
            json.WriteString("ground", Word(passed.Ground));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "comes", change.Comes);
        json.WriteString("at", InstantPattern.ExtendedIso.Format(change.At));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string member, SelectedUnit? unit)
    {
        if (unit is null)
        {
            json.WriteNull(member);
            return;
        }

        json.WriteStartObject(member);
        json.WriteString("ticket", unit.Ticket.ToString());
        json.WriteString("id", unit.Id);
        json.WriteEndObject();
    }

    private static ReplacementsDraw ReadDraw(StrictJson json)
    {
        json.AsObject().MembersInOrder("draw", "supplements", "covers", "record");
        return new ReplacementsDraw(
            json.Name("draw"),
            json.IsNull("supplements") ? null : json.Name("supplements"),
            [.. json.Array("covers").Select(number => (int)number.Integer(1, int.MaxValue))],
            json.Digest("record"));
    }

    private static PublishedChange ReadChange(StrictJson json)
    {
        json.AsObject().MembersInOrder("number", "draw", "goes", "ground", "directory", "attempts", "passedOver", "comes", "at");
        return new PublishedChange(
            (int)json.Integer("number", 1, int.MaxValue),
            json.Name("draw"),
            ReadUnit(json.Object("goes"), "ticket", "id"),
            ReadGround(json),
            json.Integer("directory", 0, long.MaxValue),
            [.. json.Array("attempts").Select(ReadDay)],
            [.. json.Array("passedOver").Select(passed => new PassedOverUnit(ReadUnit(passed.AsObject(), "ticket", "id", "ground"), ReadGround(passed)))],
            json.IsNull("comes") ? null : ReadUnit(json.Object("comes"), "ticket", "id"),
            ReadMoment(json));
    }

    private static SelectedUnit ReadUnit(StrictJson json, params ReadOnlySpan<string> members)
    {
        json.MembersInOrder(members);
        return new SelectedUnit(new Ticket(Convert.FromHexString(json.Digest("ticket").Hex)), json.Text("id"));
    }

    private static ReplacementGround ReadGround(StrictJson json) => json.OneOf("ground", "deregistered", "revoked", "movedOut", "notReached") switch
    {
        "deregistered" => ReplacementGround.Deregistered,
        "revoked" => ReplacementGround.Revoked,
        "movedOut" => ReplacementGround.MovedOut,
        _ => ReplacementGround.NotReached,
    };

    private static LocalDate ReadDay(StrictJson json) =>
        LocalDatePattern.Iso.Parse(json.Text()).TryGetValue(default, out LocalDate day)
            ? day
            : throw json.Malformed("须为日期，如 2026-03-02", "a date such as 2026-03-02");

    private static Instant ReadMoment(StrictJson json) =>
        InstantPattern.ExtendedIso.Parse(json.Text("at")).TryGetValue(default, out Instant at) && InstantPattern.ExtendedIso.Format(at) == json.Text("at")
            ? at
            : throw json.Member("at").Malformed("须为 UTC 时刻，如 2026-03-02T01:30:00Z", "a UTC moment such as 2026-03-02T01:30:00Z");

    private static string Word(ReplacementGround ground) => ground switch
    {
        ReplacementGround.Deregistered => "deregistered",
        ReplacementGround.Revoked => "revoked",
        ReplacementGround.MovedOut => "movedOut",
        ReplacementGround.NotReached => "notReached",
        _ => throw new ArgumentOutOfRangeException(nameof(ground)),
    };
}
