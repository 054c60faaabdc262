using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace RandomInspection.Web.Directories;

/// <summary>
/// Lets a page take large files. A request may be larger than the largest file that is accepted, so that a file beyond the limit is
/// refused in words; up to 64 KiB of it are in memory, the rest is buffered on disk.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UploadLimitAttribute : Attribute, IRequestSizeLimitMetadata, IFormOptionsMetadata
{
    /// <summary>The largest file that is accepted: 200 MiB, about a million subjects.</summary>
    public const long FileBytes = 200L << 20;

    private const long RequestBytes = 1L << 30;

    public long? MaxRequestBodySize => RequestBytes;

    public long? MultipartBodyLengthLimit => RequestBytes;

    public long? BufferBodyLengthLimit => null;

    public bool? BufferBody => null;

    public int? KeyLengthLimit => null;

    public int? MemoryBufferThreshold => null;

    public int? MultipartBoundaryLengthLimit => null;

    public int? MultipartHeadersCountLimit => null;

    public int? MultipartHeadersLengthLimit => null;

    public int? ValueCountLimit => null;

    public int? ValueLengthLimit => null;
}
