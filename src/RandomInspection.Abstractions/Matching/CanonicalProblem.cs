using System.Buffers;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using NodaTime;

namespace RandomInspection.Matching;

/// <summary>Writes a problem's canonical JSON: members in a fixed order, sets in the order of bytes, no white space, no escapes but <c>\"</c> and <c>\\</c>.</summary>
/// <remarks>Source: docs/match-specification.md "Canonical problem".</remarks>
internal ref struct CanonicalProblem
{
    private const int MostDigits = 20;

    private readonly IBufferWriter<byte> _bytes;
    private bool _separate;

    private CanonicalProblem(IBufferWriter<byte> bytes) => _bytes = bytes;

    public static void Write(MatchProblem problem, IBufferWriter<byte> bytes)
    {
        CanonicalProblem json = new(bytes);
        json.Begin('{');
        json.Array("visits", problem.Visits, static (ref CanonicalProblem j, MatchVisit visit) => j.Visit(visit));
        json.Array("inspectors", problem.Inspectors, static (ref CanonicalProblem j, MatchInspector inspector) => j.Inspector(inspector));
        json.Array("exclusions", problem.Exclusions, static (ref CanonicalProblem j, MatchExclusion exclusion) =>
        {
            j.Begin('{');
            j.Text("visit", exclusion.Visit);
            j.Text("inspector", exclusion.Inspector);
            j.Text("code", exclusion.Code);
            j.End('}');
        });
        json.Array("locked", problem.Locked, static (ref CanonicalProblem j, LockedSeat seat) =>
        {
            j.Begin('{');
            j.Text("visit", seat.Visit);
            j.Text("inspector", seat.Inspector);
            j.Text("department", seat.Department);
            j.OptionalText("reason", seat.Reason);
            j.OptionalText("approver", seat.Approver);
            j.End('}');
        });
        json.Text("loadPolicy", problem.LoadPolicy == LoadPolicy.Balanced ? "balanced" : "capacityOnly");
        json.End('}');
    }

    private delegate void ItemWriter<T>(ref CanonicalProblem json, T item);

    private void Visit(MatchVisit visit)
    {
        Begin('{');
        Text("id", visit.Id);
        if (visit.Window is { } window)
        {
            Name("window");
            Interval(window);
        }

        Array("teams", visit.Teams, static (ref CanonicalProblem j, TeamNeed need) =>
        {
            j.Begin('{');
            j.Text("department", need.Department);
            j.Number("count", need.Count);
            j.Texts("qualifications", need.Qualifications);
            j.Texts("regions", need.Regions);
            j.End('}');
        });
        End('}');
    }

    private void Inspector(MatchInspector inspector)
    {
        Begin('{');
        Text("id", inspector.Id);
        Text("department", inspector.Department);
        Texts("regions", inspector.Regions);
        Texts("qualifications", inspector.Qualifications);
        if (inspector.Capacity is { } capacity)
        {
            Number("capacity", capacity);
        }

        Number("prior", inspector.Prior);
        Array("leave", inspector.Leave, static (ref CanonicalProblem j, DateInterval leave) => j.Interval(leave));
        OptionalDate("certificateValidFrom", inspector.CertificateValidFrom);
        OptionalDate("certificateValidTo", inspector.CertificateValidTo);
        End('}');
    }

    private void Interval(DateInterval interval)
    {
        Begin('{');
        Text("from", MatchDate.Text(interval.Start));
        Text("to", MatchDate.Text(interval.End));
        End('}');
    }

    private void Array<T>(string name, ImmutableArray<T> items, ItemWriter<T> write)
    {
        Name(name);
        Begin('[');
        foreach (T item in items)
        {
            write(ref this, item);
        }

        End(']');
    }

    private void Texts(string name, ImmutableArray<string> texts) => Array(name, texts, static (ref CanonicalProblem j, string text) => j.Value(text));

    private void OptionalText(string name, string? text)
    {
        if (text is not null)
        {
            Text(name, text);
        }
    }

    private void OptionalDate(string name, LocalDate? date) => OptionalText(name, date is { } day ? MatchDate.Text(day) : null);

    private void Text(string name, string text)
    {
        Name(name);
        Value(text);
    }

    private void Number(string name, int number)
    {
        Name(name);
        Span<byte> room = _bytes.GetSpan(MostDigits);
        Utf8Formatter.TryFormat(number, room, out int written);
        _bytes.Advance(written);
        _separate = true;
    }

    private void Name(string name)
    {
        Value(name);
        Byte((byte)':');
        _separate = false;
    }

    private void Value(string text)
    {
        string escaped = text.AsSpan().IndexOfAny('"', '\\') < 0 ? text : text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        Span<byte> room = _bytes.GetSpan((3 * escaped.Length) + 3);
        int at = 0;
        if (_separate)
        {
            room[at++] = (byte)',';
        }

        room[at++] = (byte)'"';
        at += Encoding.UTF8.GetBytes(escaped, room[at..]);
        room[at++] = (byte)'"';
        _bytes.Advance(at);
        _separate = true;
    }

    private void Begin(char bracket)
    {
        if (_separate)
        {
            Byte((byte)',');
        }

        Byte((byte)bracket);
        _separate = false;
    }

    private void End(char bracket)
    {
        Byte((byte)bracket);
        _separate = true;
    }

    private readonly void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }
}
