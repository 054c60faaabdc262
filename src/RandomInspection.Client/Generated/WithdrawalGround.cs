// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>WithdrawalGround</c>.</summary>
public enum WithdrawalGround
{
    /// <summary><c>changed</c>.</summary>
    Changed = 0,

    /// <summary><c>revoked</c>.</summary>
    Revoked = 1,

    /// <summary><c>foundUnlawful</c>.</summary>
    FoundUnlawful = 2,

    /// <summary><c>foundVoid</c>.</summary>
    FoundVoid = 3,

    /// <summary><c>publishedInError</c>.</summary>
    PublishedInError = 4,
}
