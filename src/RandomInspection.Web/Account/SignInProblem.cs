namespace RandomInspection.Web.Account;

/// <summary>Why a sign-in at the provider led nowhere.</summary>
internal enum SignInProblem
{
    /// <summary>The provider refused or its answer did not hold.</summary>
    Provider,

    /// <summary>The person is not among the host's staff.</summary>
    NotStaff,

    /// <summary>Whoever was asked to prove it anew did not, or is somebody else.</summary>
    NotAgain,
}
