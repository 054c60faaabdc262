namespace RandomInspection.Catalogue;

/// <summary>Where a version that is under way stands, on its way to the public.</summary>
public enum CatalogueStatus
{
    /// <summary>编制中：being prepared, or sent back.</summary>
    Draft = 0,

    /// <summary>待司法行政审核：submitted to the judicial administration of the same level.</summary>
    Submitted = 1,

    /// <summary>待报送：reviewed; to be reported to the coordinating group.</summary>
    Reviewed = 2,

    /// <summary>待公布：received by the coordinating group; to be published.</summary>
    Reported = 3,
}
