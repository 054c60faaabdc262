using System.Collections.Immutable;
using RandomInspection.Drawing;

namespace RandomInspection.Matching;

/// <summary>An inspector falls out after the match: illness, a recusal upheld.</summary>
/// <param name="Task">The task's id, 1 to 128 visible ASCII characters.</param>
/// <param name="Visit">The visit's id.</param>
/// <param name="Inspector">Who falls out.</param>
/// <param name="Counter">The how-manieth replacement in this team, from 1.</param>
/// <param name="Reason">Why, a label.</param>
/// <param name="Approver">Who approved it, a label.</param>
/// <param name="SettledVisits">Visits that have taken place or may not be disturbed: nobody is moved out of them.</param>
/// <remarks>Source: random-inspection-match/1 "After the match".</remarks>
public sealed record ReplacementRequest(
    string Task, string Visit, string Inspector, int Counter, string Reason, string Approver, ImmutableArray<string> SettledVisits)
{
    /// <summary>Checks the request's texts.</summary>
    /// <exception cref="InputRefusedException">The task is malformed (RI3101), the reason or the approver is (RI3102), or the counter is below 1 (RI3123).</exception>
    public void RequireWellFormed()
    {
        MatchText.Id("task", Task);
        MatchText.Label("reason", Reason);
        MatchText.Label("approver", Approver);
        if (Counter < 1)
        {
            throw MatchingRefusals.MalformedCounter.Refuse(("counter", Counter));
        }
    }
}

/// <summary>What replacing gave.</summary>
public abstract record ReplacementOutcome
{
    private ReplacementOutcome()
    {
    }

    /// <summary>Somebody takes the seat.</summary>
    /// <param name="Request">What was asked.</param>
    /// <param name="SubSeed">The seed of this replacement, which follows from the match's.</param>
    /// <param name="Moves">Who goes where, the vacant seat first; one move unless others had to shift.</param>
    /// <param name="Teams">All teams as they stand then.</param>
    public sealed record Replaced(ReplacementRequest Request, Seed SubSeed, ImmutableArray<SeatMove> Moves, ImmutableArray<MatchedTeam> Teams) : ReplacementOutcome;

    /// <summary>Nobody can take it, however others shift.</summary>
    /// <param name="Request">What was asked.</param>
    /// <param name="Out">Every other inspector of the department, by reason.</param>
    public sealed record NobodyLeft(ReplacementRequest Request, ImmutableArray<InspectorsOut> Out) : ReplacementOutcome;
}

/// <summary>One inspector takes a seat.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Department">The team's department.</param>
/// <param name="Inspector">Who takes the seat.</param>
/// <param name="From">The visit they leave for it; <see langword="null"/> if none.</param>
public sealed record SeatMove(string Visit, string Department, string Inspector, string? From);
