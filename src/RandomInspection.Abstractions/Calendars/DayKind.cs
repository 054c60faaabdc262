namespace RandomInspection.Calendars;

/// <summary>What a day is. <see cref="WorkingDay"/> and <see cref="MakeUp"/> are worked, every other kind is rest.</summary>
public enum DayKind
{
    /// <summary>An ordinary working day (工作日), Monday to Friday.</summary>
    WorkingDay = 0,

    /// <summary>A Saturday or Sunday off (周末), alone or inside a holiday.</summary>
    Weekend = 1,

    /// <summary>A holiday of the statute itself (法定节假日).</summary>
    Statutory = 2,

    /// <summary>A weekday off that is worked at another time, or makes up for a holiday on a weekend (调休、补假).</summary>
    AdjustedRest = 3,

    /// <summary>A day by which a holiday was extended (延长假期), as in 2020.</summary>
    Extension = 4,

    /// <summary>A Saturday or Sunday that is worked (调休上班日).</summary>
    MakeUp = 5,

    /// <summary>A day off granted once by the State Council (特别放假), as 2015-09-03.</summary>
    Special = 6,

    /// <summary>A day off in one region (地方性假日).</summary>
    Regional = 7,

    /// <summary>A day on which one agency is closed (机关停办日).</summary>
    Agency = 8,
}
