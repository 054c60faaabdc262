namespace RandomInspection.Tests;

internal sealed partial class Way
{
    /// <summary>The way over a database.</summary>
    public Way(TemporaryStore store)
        : this(store.Services)
    {
    }
}
