namespace RandomInspection.Storage;

/// <summary>What is done at once, as a task: an exception stands in the task, as with every other store.</summary>
internal static class InMemory
{
    public static Task<T> Run<T>(Func<T> step, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellation);
        }

        try
        {
            return Task.FromResult(step());
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellation);
        }
#pragma warning disable CA1031 // It is not swallowed: whoever awaits the task gets it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Task.FromException<T>(e);
        }
    }
}
