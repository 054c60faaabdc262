namespace RandomInspection.Planning;

/// <summary>How many of the subjects that it is about a task takes.</summary>
public enum TaskScale
{
    /// <summary>一定比例：a share, drawn at random.</summary>
    Proportional = 0,

    /// <summary>全覆盖：all of them; the draw gives their order.</summary>
    Full = 1,
}
