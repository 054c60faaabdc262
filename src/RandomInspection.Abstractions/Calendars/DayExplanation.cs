using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>Why a day is worked or not: its kind, the notice that says so, and what that notice superseded.</summary>
public sealed class DayExplanation
{
    /// <summary>States an explanation.</summary>
    /// <param name="date">The day.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="certainty">How certain that is.</param>
    /// <param name="layer">The layer that decided; <see langword="null"/> for an ordinary weekday or weekend that nothing names.</param>
    /// <param name="name">The holiday, if the day belongs to one.</param>
    /// <param name="notice">The notice that decided, if one did.</param>
    /// <param name="superseded">What earlier or lower statements said, the latest first.</param>
    /// <param name="basis">The clause that decided, if a statute did and no notice.</param>
    public DayExplanation(
        LocalDate date,
        DayKind kind,
        Certainty certainty,
        CalendarLayer? layer,
        string? name,
        HolidayNotice? notice,
        ImmutableArray<DayStatement> superseded,
        LegalBasis? basis = null)
    {
        Date = date;
        Kind = kind;
        Certainty = certainty;
        Layer = layer;
        Name = name;
        Notice = notice;
        Superseded = superseded;
        Basis = basis;
    }

    /// <summary>The day.</summary>
    public LocalDate Date { get; }

    /// <summary>What it is.</summary>
    public DayKind Kind { get; }

    /// <summary>Whether it is worked.</summary>
    public bool IsWorkingDay => Kind is DayKind.WorkingDay or DayKind.MakeUp;

    /// <summary>How certain that is.</summary>
    public Certainty Certainty { get; }

    /// <summary>The layer that decided; <see langword="null"/> for an ordinary weekday or weekend that nothing names.</summary>
    public CalendarLayer? Layer { get; }

    /// <summary>The holiday, if the day belongs to one.</summary>
    public string? Name { get; }

    /// <summary>The notice that decided, if one did; its number, its days of issue and publication.</summary>
    public HolidayNotice? Notice { get; }

    /// <summary>The clause that decided, if a statute did and no notice; <see langword="null"/> also for an ordinary weekday or weekend.</summary>
    public LegalBasis? Basis { get; }

    /// <summary>What earlier or lower statements said, the latest first.</summary>
    public ImmutableArray<DayStatement> Superseded { get; }
}
