using RandomInspection.Drawing;
using RandomInspection.Planning;

namespace RandomInspection.Inspections;

/// <content>A subject that is replaced on the drawn list before anything about it was found.</content>
public sealed partial class Visit
{
    /// <summary>That it was closed; <see langword="null"/> otherwise.</summary>
    public VisitEvent.Closed? Closing { get; private set; }

    /// <summary>Closes the visit because its subject was replaced on the drawn list.</summary>
    /// <param name="ground">Why.</param>
    /// <param name="change">The number of the change within the task's list.</param>
    /// <param name="takenOverBy">The visit to the reserve; <see langword="null"/> where the cell had no reserve left.</param>
    /// <exception cref="TransitionRefusedException">The visit is concluded or closed (RI2301): after a conclusion nobody is replaced.</exception>
    /// <exception cref="InputRefusedException">An item has a result that says the subject was there (RI2152).</exception>
    /// <remarks>Source: random-inspection-draw/1 §6: a unit is replaced before the task, never after its result.</remarks>
    public VisitEvent.Closed Close(ReplacementGround ground, int change, string? takenOverBy)
    {
        Require("更换对象", "replacing the subject", VisitStatus.Planned, VisitStatus.Underway);
        return _results.Values.All(entered => entered.Result.IsOfWholeVisit())
            ? Raise(new VisitEvent.Closed(ground, change, takenOverBy))
            : throw ListRefusals.Inspected.Refuse(("visit", Id));
    }
}
