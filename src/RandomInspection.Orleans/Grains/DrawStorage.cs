namespace RandomInspection.Orleans.Grains;

/// <summary>The grain storage that draws are kept in.</summary>
internal static class DrawStorage
{
    public const string Name = "random-inspection";
}
