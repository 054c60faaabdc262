namespace RandomInspection.Orleans.Grains;

/// <summary>Which draws somebody has to be at work on.</summary>
[Alias("ri.open")]
internal interface IOpenDrawsGrain : IGrainWithIntegerKey
{
    /// <summary>A draw goes on from here.</summary>
    [Alias("add")]
    Task AddAsync(string draw);

    /// <summary>A draw waits, has ended or has stopped.</summary>
    [Alias("remove")]
    Task RemoveAsync(string draw);

    /// <summary>The draws.</summary>
    [Alias("list")]
    Task<string[]> ListAsync();
}
