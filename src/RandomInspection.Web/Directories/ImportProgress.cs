namespace RandomInspection.Web.Directories;

/// <summary>How far an import job is. Total is 0 where it is not known.</summary>
internal sealed record ImportProgress(ImportStage Stage, long Done, long Total)
{
    /// <summary>What is being done; after figures, with their unit.</summary>
    public string Text(Language language) => (Total > 0 ? Unit(language) : "") + Doing(language);

    private string Unit(Language language) => (Stage, language) switch
    {
        (ImportStage.Reading, _) => "KB · ",
        (ImportStage.Comparing, Language.Chinese) => "户 · ",
        (ImportStage.Comparing, _) => "subjects · ",
        _ => "",
    };

    private string Doing(Language language) => (Stage, language) switch
    {
        (ImportStage.Reading, Language.Chinese) => "正在读取文件，逐行核对",
        (ImportStage.Reading, _) => "Reading the file, checking every row",
        (ImportStage.Comparing, Language.Chinese) => "正在与名录比对",
        (ImportStage.Comparing, _) => "Comparing with the directory",
        (_, Language.Chinese) => "正在写入名录：要么全部写入，要么一行不写",
        _ => "Writing to the directory: all of it or nothing",
    };
}
