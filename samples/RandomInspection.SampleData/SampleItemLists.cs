using RandomInspection.Catalogue;

namespace RandomInspection.SampleData;

/// <summary>The sample's items as a catalogue has them.</summary>
public static class SampleItemLists
{
    /// <summary>An item of a catalogue. Officers who inspect a key item are qualified for it.</summary>
    /// <param name="item">A sample item.</param>
    public static InspectionItem ToItem(this SampleItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new InspectionItem(
            item.Code,
            item.DepartmentId,
            item.ChineseTitle,
            item.EnglishTitle,
            item.LegalBasis,
            item.Kind == SampleItemKind.Key,
            item.RatioPercent,
            item.ChineseObjectKind,
            item.EnglishObjectKind,
            (InspectionMethod)item.Method)
        {
            Qualifications = item.Kind == SampleItemKind.Key ? [item.Code] : [],
        };
    }
}
