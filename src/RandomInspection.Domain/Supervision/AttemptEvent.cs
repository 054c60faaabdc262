namespace RandomInspection.Supervision;

/// <summary>What somebody tried who may not, as it stands in the ledger (stream <c>attempt/…</c>).</summary>
public abstract record AttemptEvent
{
    private AttemptEvent()
    {
    }

    /// <summary>越权尝试：a page, a file or a step was refused to somebody who had signed in, for want of the role or of the department, or because nobody checks their own step. Nothing else changed.</summary>
    /// <param name="DepartmentId">The person's department.</param>
    /// <param name="Request">The method and the pattern of the address, for example <c>POST /visits/{VisitId}</c>: it names no matter and repeats nothing that was typed.</param>
    /// <param name="About">The id of the matter; <see langword="null"/> where the address has none.</param>
    /// <param name="Code">The code of the refusal, for example RI2013.</param>
    public sealed record Refused(string DepartmentId, string Request, string? About, string Code) : AttemptEvent;
}
