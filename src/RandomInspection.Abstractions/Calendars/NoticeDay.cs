using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>What a notice says about one day.</summary>
public sealed record NoticeDay
{
    /// <summary>States a day.</summary>
    /// <param name="date">The day.</param>
    /// <param name="kind">What it is; a notice never states an ordinary <see cref="DayKind.WorkingDay"/>.</param>
    /// <param name="name">The holiday it belongs to, for example 春节.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a kind that a notice can state.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public NoticeDay(LocalDate date, DayKind kind, string name)
    {
        if (kind is < DayKind.Weekend or > DayKind.Agency)
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "A notice states days off and make-up working days.");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Date = date;
        Kind = kind;
        Name = name;
    }

    /// <summary>The day.</summary>
    public LocalDate Date { get; }

    /// <summary>What it is.</summary>
    public DayKind Kind { get; }

    /// <summary>The holiday it belongs to, for example 春节.</summary>
    public string Name { get; }

    /// <summary>Whether it is worked.</summary>
    public bool IsWorkingDay => Kind == DayKind.MakeUp;
}
