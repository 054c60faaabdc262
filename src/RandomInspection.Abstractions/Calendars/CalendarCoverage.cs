using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>The days that a calendar answers for, and from where on it is less certain.</summary>
/// <remarks>
/// <code>
/// Start ─── confirmed ─── TailOpenFrom ─── tail open ─── ProvisionalFrom ─── provisional ─── End
/// </code>
/// Both ends are included. A calendar that was not explicitly built to be provisional has no <see cref="ProvisionalFrom"/>.
/// </remarks>
public sealed record CalendarCoverage
{
    /// <summary>States a coverage.</summary>
    /// <param name="start">The first covered day.</param>
    /// <param name="end">The last covered day, on or after <paramref name="start"/>.</param>
    /// <param name="tailOpenFrom">The first day that the next annual notice may still rearrange.</param>
    /// <param name="provisionalFrom">The first day that no notice covers; <see langword="null"/> if there is none.</param>
    /// <exception cref="ArgumentException">The days are not in order.</exception>
    public CalendarCoverage(LocalDate start, LocalDate end, LocalDate tailOpenFrom, LocalDate? provisionalFrom = null)
    {
        if (end < start || tailOpenFrom < start || provisionalFrom < tailOpenFrom || provisionalFrom > end)
        {
            throw new ArgumentException($"Not in order: start {start:R}, tail open from {tailOpenFrom:R}, provisional from {provisionalFrom?.ToString("R", null)}, end {end:R}.", nameof(end));
        }

        Start = start;
        End = end;
        TailOpenFrom = tailOpenFrom;
        ProvisionalFrom = provisionalFrom;
    }

    /// <summary>The first covered day.</summary>
    public LocalDate Start { get; }

    /// <summary>The last covered day.</summary>
    public LocalDate End { get; }

    /// <summary>The first day that the next annual notice may still rearrange: 25 December of the last year with a notice.</summary>
    public LocalDate TailOpenFrom { get; }

    /// <summary>The first day that no notice covers, or <see langword="null"/> unless the calendar was explicitly built to be provisional.</summary>
    public LocalDate? ProvisionalFrom { get; }

    /// <summary>The last day that an annual notice covers, or <see langword="null"/> if the whole calendar is provisional.</summary>
    public LocalDate? LastNoticedDay => ProvisionalFrom is not { } provisional ? End : provisional > Start ? provisional.PlusDays(-1) : null;

    /// <summary>Whether a day is covered.</summary>
    /// <param name="date">A day.</param>
    public bool Contains(LocalDate date) => date >= Start && date <= End;

    /// <summary>How certain a covered day is.</summary>
    /// <param name="date">A covered day.</param>
    public Certainty CertaintyOn(LocalDate date) =>
        date >= ProvisionalFrom ? Certainty.Provisional : date >= TailOpenFrom ? Certainty.TailOpen : Certainty.Confirmed;

    /// <summary>Both ends in ISO 8601, for example <c>2015-01-01/2026-12-31</c>.</summary>
    public override string ToString() => $"{Start:R}/{End:R}";
}
