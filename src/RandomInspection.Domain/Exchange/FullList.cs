using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;

namespace RandomInspection.Exchange;

/// <summary>全量：that a message has everything its sender has of a part of a directory: what it does not name there leaves.</summary>
/// <remarks>
/// A list that is too long for one message is cut by the order of the codes' bytes: each message covers those after <paramref name="After"/> up to
/// <paramref name="Through"/>, so that each is complete in itself, whatever becomes of the others. The array compares by reference.
/// </remarks>
/// <param name="Status">What becomes of what leaves, for example <c>Deregistered</c>: the sender says it, nothing is guessed.</param>
/// <param name="On">From which day on.</param>
/// <param name="After">The code before the first that is covered; empty for the beginning.</param>
/// <param name="Through">The last code that is covered; <see langword="null"/> for the end.</param>
/// <param name="Regions">The regions of which it is; none for all. Of subjects only.</param>
/// <param name="Kind">The kind of subjects of which it is; <see langword="null"/> for all. Of subjects only.</param>
/// <param name="Department">The department whose inspectors they are. Of inspectors only.</param>
/// <param name="MostLeaving">How many may leave; <see langword="null"/> for one in ten of what is covered, and twenty in any case.</param>
public sealed record FullList(
    string Status, LocalDate On, string After, string? Through, ImmutableArray<string> Regions, string? Kind, string? Department, int? MostLeaving)
{
    private const int AlwaysMayLeave = 20;
    private const int OneIn = 10;

    /// <summary>The full list of a payload; <see langword="null"/> if it has only what changed.</summary>
    /// <param name="payload">The payload.</param>
    /// <exception cref="FormatException">A member is missing or none.</exception>
    public static FullList? Of(JsonElement payload) => payload.TryGetProperty("full", out JsonElement full)
        ? new FullList(
            full.Text("status"), full.Day("on"), full.Known("after") ?? "", full.Known("through"), full.Texts("regions"), full.Known("kind"), full.Known("department"), full.Number("mostLeaving"))
        : null;

    /// <summary>Writes it as a member of a payload.</summary>
    /// <param name="json">Where to.</param>
    public void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject("full");
        json.WriteString("status", Status);
        json.WriteString("on", NodaTime.Text.LocalDatePattern.Iso.Format(On));
        json.WriteString("after", After);
        if (Through is not null)
        {
            json.WriteString("through", Through);
        }

        if (!Regions.IsEmpty)
        {
            json.WriteStartArray("regions");
            Regions.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }

        if (Kind is not null)
        {
            json.WriteString("kind", Kind);
        }

        if (Department is not null)
        {
            json.WriteString("department", Department);
        }

        if (MostLeaving is { } most)
        {
            json.WriteNumber("mostLeaving", most);
        }

        json.WriteEndObject();
    }

    /// <summary>Whether a code lies in what is covered.</summary>
    /// <param name="code">A code.</param>
    public bool Covers(string code) => string.CompareOrdinal(code, After) > 0 && (Through is null || string.CompareOrdinal(code, Through) <= 0);

    /// <summary>Refuses a list after which more would leave than a list usually leaves out: it may have been cut off.</summary>
    /// <param name="leaving">How many would leave.</param>
    /// <param name="covered">How many are known in what is covered.</param>
    /// <exception cref="InputRefusedException">More would leave than may (RI9166).</exception>
    public void RequireFew(int leaving, int covered)
    {
        int most = MostLeaving ?? Math.Max(AlwaysMayLeave, covered / OneIn);
        if (leaving > most)
        {
            throw ExchangeRefusals.TooManyLeave.Refuse(("leaving", leaving), ("covered", covered), ("most", most));
        }
    }
}
