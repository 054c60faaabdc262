using System.Net;

namespace RandomInspection.Client;

/// <summary>The host refused.</summary>
public sealed class RefusedException : Exception
{
    /// <summary>Reports a refusal.</summary>
    /// <param name="status">The status of the answer.</param>
    /// <param name="problem">What was answered; <see langword="null"/> if it was no problem document.</param>
    public RefusedException(HttpStatusCode status, ApiProblem? problem)
        : base(problem is null ? $"{(int)status}" : $"{problem.Code}: {problem.Detail}")
    {
        Status = status;
        Problem = problem;
    }

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Code, words and remedy, or <see langword="null"/>.</summary>
    public ApiProblem? Problem { get; }
}
