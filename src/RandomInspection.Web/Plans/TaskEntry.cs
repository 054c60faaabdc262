using NodaTime;
using NodaTime.Text;
using RandomInspection.Planning;

namespace RandomInspection.Web.Plans;

/// <summary>A task as it was entered.</summary>
public sealed class TaskEntry
{
    /// <summary>Its name.</summary>
    public string? Title { get; set; }

    /// <summary>The items' codes.</summary>
    public string[]? Items { get; set; }

    /// <summary>First day, in ISO form.</summary>
    public string? From { get; set; }

    /// <summary>Last day, in ISO form.</summary>
    public string? To { get; set; }

    /// <summary>Who says on which day a subject is visited, by the rule's name.</summary>
    public string? VisitDay { get; set; }

    internal VisitDayRule DayRule => Enum.TryParse(VisitDay, out VisitDayRule rule) && Enum.IsDefined(rule) ? rule : VisitDayRule.ByTheTeam;

    /// <summary>A date; one that does not read is out of every plan's year: the plan refuses it with its own words.</summary>
    internal static LocalDate Day(string? text) => LocalDatePattern.Iso.Parse(text ?? "").TryGetValue(LocalDate.MinIsoValue, out LocalDate day) ? day : LocalDate.MinIsoValue;
}
