using NodaTime;

namespace RandomInspection.WholeYear;

/// <summary>A task of the year, as the simulation carries it through.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Department">The department.</param>
/// <param name="Title">Its title.</param>
/// <param name="Item">Its item.</param>
/// <param name="PlannedOn">The day on which an ad-hoc task is planned and approved.</param>
/// <param name="DrawOn">The day of the draw.</param>
/// <param name="From">First day of visits.</param>
/// <param name="To">Last day.</param>
/// <param name="JoinsNumber">The number of the task whose draw and visits it joins; <see langword="null"/> for a task of its own.</param>
/// <param name="Kind">Of what kind it is.</param>
internal sealed record YearTask(int Number, string Department, string Title, string Item, LocalDate PlannedOn, LocalDate DrawOn, LocalDate From, LocalDate To, int? JoinsNumber, YearTaskKind Kind)
{
    /// <summary>Its id once it is planned.</summary>
    public string Id { get; set; } = "";

    /// <summary>Whether it stands outside the annual plan, with an approval of its own.</summary>
    public bool IsAdHoc => Kind != YearTaskKind.Planned;

    /// <summary>Its draw.</summary>
    public string Draw { get; set; } = "";

    /// <summary>Its match.</summary>
    public string Match { get; set; } = "";
}
