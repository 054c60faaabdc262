using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using RandomInspection.Catalogue;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Tabular;
using RandomInspection.Web.Directories;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Api;

/// <summary>Directories of subjects and inspectors: searched, and changed by files that are kept, checked and merged; special directories.</summary>
internal static class DirectoryApi
{
    private static readonly Role[] Readers = [Role.DirectoryKeeper, Role.Drafter, Role.DrawingOperator, Role.Supervisor];

    public static void MapDirectoryApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder files = api.MapGroup("/files").WithTags("directories");
        files.MapPost("", KeepAsync).WithName("directories.keepFile")
            .WithMetadata(new ApiWords("暂存名录文件", "Keep a file for a day"), new BodyLimit(UploadLimitAttribute.FileBytes), new FileBody())
            .RequireAuthorization(new RequireRoleAttribute(Role.DirectoryKeeper))
            .Produces<KeptFileResource>().Produces<ApiProblem>(422, ApiProblems.MediaType).Produces<ApiProblem>(413, ApiProblems.MediaType);

        RouteGroupBuilder subjects = api.MapGroup("/subjects").WithTags("directories");
        subjects.MapRead("", "directories.subjects", new("监管对象", "Subjects"), SubjectsAsync, Readers).Produces<ApiPage<SubjectResource>>();
        subjects.MapRead("/{subject}", "directories.subject", new("一个监管对象", "One subject"), SubjectAsync, Readers).Produces<SubjectResource>();
        subjects.MapTrial("/merges/check", "directories.checkSubjects", new("试并监管对象", "Check a merge of subjects"), CheckSubjectsAsync, Role.DirectoryKeeper).Produces<MergeCheckResource>();
        subjects.MapStep("/merges", "directories.mergeSubjects", new(DirectorySteps.MergeSubjects), MergeSubjectsAsync);

        RouteGroupBuilder inspectors = api.MapGroup("/inspectors").WithTags("directories");
        inspectors.MapRead("", "directories.inspectors", new("执法检查人员", "Inspectors"), InspectorsAsync, Readers).Produces<ApiPage<InspectorResource>>();
        inspectors.MapTrial("/merges/check", "directories.checkInspectors", new("试并执法检查人员", "Check a merge of inspectors"), CheckInspectorsAsync, Role.DirectoryKeeper).Produces<MergeCheckResource>();
        inspectors.MapStep("/merges", "directories.mergeInspectors", new(DirectorySteps.MergeInspectors), MergeInspectorsAsync);

        RouteGroupBuilder special = api.MapGroup("/special-directories").WithTags("directories");
        special.MapRead("", "directories.special", new("专用名录", "Special directories"), SpecialAsync, Readers).Produces<ApiPage<SpecialDirectoryResource>>();
        special.MapStep("", "directories.saveSpecial", new(SpecialDirectorySteps.Save) { Begins = "special/" }, (SpecialDirectoryBody body, ApiCall call, SpecialDirectoryWorkflow workflow) =>
            workflow.SaveAsync(call.Acting, body.Name, body.Criteria.Criteria(), body.Reason, CancellationToken.None));
        special.MapStep("/{directory}/revise", "directories.reviseSpecial", new(SpecialDirectorySteps.Revise) { Stream = "special/{directory}" }, (string directory, CriteriaReasonBody body, ApiCall call, SpecialDirectoryWorkflow workflow) =>
            workflow.ReviseAsync(call.Acting, directory, body.Criteria.Criteria(), body.Reason, CancellationToken.None));
        special.MapStep("/{directory}/retire", "directories.retireSpecial", new(SpecialDirectorySteps.Retire) { Stream = "special/{directory}" }, (string directory, ReasonBody body, ApiCall call, SpecialDirectoryWorkflow workflow) =>
            workflow.RetireAsync(call.Acting, directory, body.Reason, CancellationToken.None));
    }

    /// <summary>Kept by its content: the same file sent again has no further effect, so it needs no key.</summary>
    private static async Task<IResult> KeepAsync(string name, ApiCall call, SentFiles files)
    {
        (string digest, long size) = await files.KeepAsync(call.Http.Request.Body, name, call.Now, call.Cancellation);
        return TypedResults.Ok(new KeptFileResource(digest, size));
    }

    private static async Task<IResult> SubjectsAsync(string? q, string? after, int? limit, ApiCall call, ISubjectDirectory directory)
    {
        (int skip, int take) = (Skip(after), ApiPage.LimitOf(limit));
        (ImmutableArray<Subject> page, long total) = await directory.SearchAsync(Search(q), DirectoryCriteria.Everything, skip, take, call.Cancellation);
        return TypedResults.Ok(ApiPage.Link(call, [.. page.Select(SubjectResource.Of)], Next(skip, page.Length, total)));
    }

    private static async Task<IResult> SubjectAsync(string subject, ApiCall call, ISubjectDirectory directory) =>
        TypedResults.Ok(SubjectResource.Of(ApiCall.Found(await directory.FindAsync(subject, call.Cancellation))));

    private static async Task<IResult> InspectorsAsync(string? q, string? department, string? after, int? limit, ApiCall call, IInspectorDirectory directory)
    {
        (int skip, int take) = (Skip(after), ApiPage.LimitOf(limit));
        (ImmutableArray<Inspector> page, long total) = await directory.SearchAsync(Search(q), string.IsNullOrEmpty(department) ? null : department, skip, take, call.Cancellation);
        return TypedResults.Ok(ApiPage.Link(call, [.. page.Select(InspectorResource.Of)], Next(skip, page.Length, total)));
    }

    private static async Task<IResult> CheckSubjectsAsync(MergeFileBody body, ApiCall call, ISubjectDirectory directory, IEvidenceStore evidence, SubjectRules rules)
    {
        SubjectImport import = await SubjectsOfAsync(body.Digest, body.Name, evidence, rules, call.Cancellation);
        SubjectDelta delta = await SubjectDelta.OfAsync(directory, FileOf(body.Digest, body.Name, import).On(Tongue.DayOf(call.Now)), call.Cancellation);
        return TypedResults.Ok(new MergeCheckResource(
            await directory.VersionAsync(call.Cancellation), import.Rows, import.Errors, import.Warnings, delta.Inserted, delta.Updated, delta.Unchanged, Findings(import.Findings, call.Language)));
    }

    private static async Task MergeSubjectsAsync(MergeBody body, ApiCall call, ISubjectDirectory directory, IEvidenceStore evidence, SubjectRules rules, DirectoryWorkflow workflow)
    {
        SubjectImport import = await SubjectsOfAsync(body.Digest, body.Name, evidence, rules, CancellationToken.None);
        Confirm(body, import.Rows - import.Subjects.Length - import.Dated.Length, await directory.VersionAsync(CancellationToken.None), DirectoryEvent.Stream);
        await evidence.PutAsync(await ContentAsync(body.Digest, evidence, CancellationToken.None), CancellationToken.None);
        await workflow.MergeAsync(call.Acting.As(DirectorySteps.MergeSubjects), FileOf(body.Digest, body.Name, import), call.Now, CancellationToken.None);
    }

    private static async Task<IResult> CheckInspectorsAsync(MergeFileBody body, ApiCall call, IInspectorDirectory directory, IEvidenceStore evidence, IStaff staff, IItemCatalogue catalogue, SubjectRules subjects)
    {
        InspectorImport import = await InspectorsOfAsync(body.Digest, body.Name, call, evidence, staff, catalogue, subjects);
        InspectorDelta delta = await InspectorDelta.OfAsync(directory, import.Inspectors, call.Cancellation);
        return TypedResults.Ok(new MergeCheckResource(
            await directory.VersionAsync(call.Cancellation), import.Rows, import.Errors, import.Warnings, delta.Inserted, delta.Updated, delta.Unchanged, Findings(import.Findings, call.Language)));
    }

    private static async Task MergeInspectorsAsync(
        MergeBody body, ApiCall call, IInspectorDirectory directory, IEvidenceStore evidence, IStaff staff, IItemCatalogue catalogue, SubjectRules subjects, DirectoryWorkflow workflow)
    {
        InspectorImport import = await InspectorsOfAsync(body.Digest, body.Name, call, evidence, staff, catalogue, subjects);
        Confirm(body, import.Rows - import.Inspectors.Length, await directory.VersionAsync(CancellationToken.None), InspectorDirectoryEvent.Stream);
        await evidence.PutAsync(await ContentAsync(body.Digest, evidence, CancellationToken.None), CancellationToken.None);
        InspectorFile file = new(ShownText.Of(body.Name), body.Digest, import.Inspectors, import.RowsRefused, import.Warnings);
        await workflow.MergeInspectorsAsync(call.Acting.As(DirectorySteps.MergeInspectors), file, call.Now, CancellationToken.None);
    }

    private static async Task<IResult> SpecialAsync(string? after, int? limit, ApiCall call) =>
        TypedResults.Ok(await ApiPage.OfAsync<SpecialDirectoryView, SpecialDirectoryResource>(call, new AllSpecialDirectories(), after, limit, SpecialDirectoryResource.Of));

    /// <summary>What the keeper saw in the dry run is what is merged, and rows that are refused are left out knowingly.</summary>
    private static void Confirm(MergeBody body, int refused, long version, string stream)
    {
        if (version != body.Version)
        {
            throw new AppendConflictException(stream, body.Version, (int)version);
        }

        if (refused > 0 && !body.LeaveOutRefused)
        {
            throw DirectoryRefusals.RowsNotLeftOut.Refuse(("rows", refused));
        }
    }

    private static SubjectFile FileOf(string digest, string name, SubjectImport import) =>
        new(ShownText.Of(name), digest, import.Subjects, import.RowsRefused, import.Warnings) { Dated = import.Dated };

    private static async Task<SubjectImport> SubjectsOfAsync(string digest, string name, IEvidenceStore evidence, SubjectRules rules, CancellationToken cancellation)
    {
        using TableReader table = TableReader.Open(await ContentAsync(digest, evidence, cancellation), TableFormat.ForFileName(name));
        return SubjectTable.Read(table, SubjectColumns.Guess(table.Headers), rules, null, cancellation);
    }

    private static async Task<InspectorImport> InspectorsOfAsync(string digest, string name, ApiCall call, IEvidenceStore evidence, IStaff staff, IItemCatalogue catalogue, SubjectRules subjects)
    {
        using TableReader table = TableReader.Open(await ContentAsync(digest, evidence, call.Cancellation), TableFormat.ForFileName(name));
        InspectorRules rules = new()
        {
            Today = Tongue.DayOf(call.Now),
            Departments = staff.Departments,
            KnownRegions = subjects.KnownRegions,
            KnownItems = [.. (await catalogue.ReadAsync(Tongue.DayOf(call.Now), call.Cancellation)).Items.Select(item => item.Code)],
        };
        return InspectorTable.Read(table, InspectorColumns.Guess(table.Headers), rules, null, call.Cancellation);
    }

    private static async Task<byte[]> ContentAsync(string digest, IEvidenceStore evidence, CancellationToken cancellation) =>
        await evidence.GetAsync(digest, cancellation) ?? throw DirectoryRefusals.UnknownFile.Refuse(("digest", ShownText.Of(digest)));

    private static ImmutableArray<FindingResource> Findings(ImmutableArray<RowFinding> findings, Language language) =>
        [.. findings.Take(ApiPage.MostLimit).Select(one => new FindingResource(one.Line, one.Column, one.Severity.ToString(), one.Refusal.Code, one.Refusal.Reason(language), one.Refusal.Remedy(language)))];

    private static string Search(string? q) => (q ?? "").Trim() is var text ? text[..Math.Min(text.Length, 100)] : "";

    private static int Skip(string? after) => after is null ? 0
        : int.TryParse(ApiPage.CursorOf(after), NumberStyles.None, CultureInfo.InvariantCulture, out int skip) ? skip
        : throw ApiRefusals.MalformedCursor.Refuse(("name", "after"), ("value", ShownText.Of(after)));

    private static string? Next(int skip, int count, long total) => skip + (long)count < total && count > 0 ? ApiPage.CursorTo((skip + count).ToString(CultureInfo.InvariantCulture)) : null;

    /// <summary>The body is the file itself.</summary>
    internal sealed class FileBody : IAcceptsMetadata
    {
        public IReadOnlyList<string> ContentTypes { get; } = ["application/octet-stream", "text/csv"];

        public Type? RequestType => typeof(Stream);

        public bool IsOptional => false;
    }
}
