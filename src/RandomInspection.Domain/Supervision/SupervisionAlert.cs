using NodaTime;

namespace RandomInspection.Supervision;

/// <summary>预警：one thing that a supervisor should look at.</summary>
/// <param name="Kind">What.</param>
/// <param name="DepartmentId">Whose; <see langword="null"/> where several have a part in it, or none.</param>
/// <param name="About">What it is about: a subject's code, a duty's, a visit's or a plan's id, an inspector's id, a department's id, or a year.</param>
/// <param name="Figure">How many, or how many days.</param>
/// <param name="Limit">From where, or up to where, it is in order.</param>
/// <param name="On">The day it is about: the first of the time in which visits are counted, the last day of what is overdue, a certificate's last day; <see langword="null"/> without one.</param>
/// <param name="Officer">The officer, where visits of one officer are meant; <see langword="null"/> otherwise.</param>
/// <param name="Span">Within what time visits are counted; <see langword="null"/> for everything else.</param>
public sealed record SupervisionAlert(
    AlertKind Kind, string? DepartmentId, string About, long Figure, long Limit, LocalDate? On = null, string? Officer = null, AlertSpan? Span = null);
