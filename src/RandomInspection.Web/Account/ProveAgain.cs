namespace RandomInspection.Web.Account;

/// <summary>Where somebody proves once more who they are, before they draw.</summary>
internal static class ProveAgain
{
    /// <summary>The page that asks for it.</summary>
    /// <param name="back">Path and query to come back to.</param>
    public static string Path(string back) => $"/account/again?return={Uri.EscapeDataString(back)}";
}
