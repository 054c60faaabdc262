namespace RandomInspection.Orleans.Grains;

/// <summary>Which draws somebody has to be at work on.</summary>
[Alias("ri.open")]
internal interface IOpenDrawsGrain : IGrainWithIntegerKey
{
    /// <summary>A draw goes on from here.</summary>
    [Alias("add")]
    Task AddAsync(string draw);

    /// <summary>A draw waits, is over or has stopped; one that is over is looked at again from a moment, in milliseconds since 1970.</summary>
    [Alias("remove")]
    Task RemoveAsync(string draw, long? due);

    /// <summary>The open draws, and those to be looked at again.</summary>
    [Alias("list")]
    Task<string[]> ListAsync();
}
