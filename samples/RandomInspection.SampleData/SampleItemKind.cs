namespace RandomInspection.SampleData;

/// <summary>Whether an item is a general or a key one.</summary>
public enum SampleItemKind
{
    /// <summary>A general item (一般检查事项): its ratio is restricted.</summary>
    General = 0,

    /// <summary>A key item (重点检查事项): its ratio has no ceiling.</summary>
    Key = 1,
}
