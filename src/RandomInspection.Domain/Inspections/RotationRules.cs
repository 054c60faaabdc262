using NodaTime;
using RandomInspection.Matching;

namespace RandomInspection.Inspections;

/// <summary>A visit of the past, as far as rotation asks.</summary>
/// <param name="SubjectCode">The subject.</param>
/// <param name="DepartmentId">The inspecting department: each has a history of its own.</param>
/// <param name="Visit">The visit's id: breaks the tie of two on one day.</param>
/// <param name="Inspector">An officer of its team.</param>
/// <param name="ConcludedOn">When.</param>
/// <param name="Conclusion">What it found.</param>
public sealed record PastSeat(string SubjectCode, string DepartmentId, string Visit, string Inspector, LocalDate ConcludedOn, Conclusion Conclusion);

/// <summary>轮换：rules over history that keep an officer from a subject for a while.</summary>
/// <param name="CleanVisits">After so many visits without findings by the same officer to the same subject, one after another, the officer rotates; 1 or more.</param>
/// <remarks>A policy of the profile, not of a law; the match's problem names each exclusion with its code.</remarks>
public sealed record RotationRules(int CleanVisits)
{
    /// <summary>Not twice in a row; a reason is asked after three clean visits.</summary>
    public static RotationRules Default { get; } = new(3);

    /// <summary>The exclusions that history gives, in the order of subjects, then officers, then codes.</summary>
    /// <param name="history">Past seats in any order; only visits that have ended.</param>
    /// <param name="cleanVisitPolicy">What happens to officers after their clean visits.</param>
    /// <remarks>O(n log n). Codes: RI3003 (the team of the subject's last visit), RI3004 (clean visits).</remarks>
    public IEnumerable<MatchExclusion> Exclusions(IEnumerable<PastSeat> history, CleanVisitPolicy cleanVisitPolicy)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(CleanVisits, 1);
        return history
            .GroupBy(seat => (seat.SubjectCode, seat.DepartmentId))
            .SelectMany(subject => OfSubject(subject.Key.SubjectCode, [.. subject], cleanVisitPolicy))
            .OrderBy(e => e.Visit, StringComparer.Ordinal).ThenBy(e => e.Inspector, StringComparer.Ordinal).ThenBy(e => e.Code, StringComparer.Ordinal);
    }

    private IEnumerable<MatchExclusion> OfSubject(string subject, PastSeat[] seats, CleanVisitPolicy policy)
    {
        PastSeat last = seats.MaxBy(Order)!;
        foreach (IGrouping<string, PastSeat> officer in seats.GroupBy(seat => seat.Inspector, StringComparer.Ordinal))
        {
            if (officer.Any(seat => seat.Visit == last.Visit))
            {
                yield return new MatchExclusion(subject, officer.Key, MatchingReasons.SameSubjectLastTime.Code);
            }

            PastSeat[] own = [.. officer.OrderByDescending(Order).Take(CleanVisits)];
            if (policy == CleanVisitPolicy.Rotate && own.Length == CleanVisits && own.All(seat => seat.Conclusion == Conclusion.NoProblemFound))
            {
                yield return new MatchExclusion(subject, officer.Key, MatchingReasons.Rotation.Code);
            }
        }
    }

    private static (LocalDate On, string Visit) Order(PastSeat seat) => (seat.ConcludedOn, seat.Visit);
}

/// <summary>What happens to officers after their clean visits.</summary>
public enum CleanVisitPolicy
{
    /// <summary>They rotate.</summary>
    Rotate = 0,

    /// <summary>They stay eligible: a reason was given and is recorded.</summary>
    KeepWithReason = 1,
}
