using NodaTime;

namespace RandomInspection.Inspections;

/// <summary>送达：how the notice of results (检查结果告知书) was served.</summary>
/// <param name="Method">How.</param>
/// <param name="On">When.</param>
/// <param name="Receipt">Whether the subject signed for it.</param>
/// <remarks>Source: 沈政办发〔2020〕19号 三(七).</remarks>
public sealed record NoticeService(ServiceMethod Method, LocalDate On, ServiceReceipt Receipt);

/// <summary>Ways of serving a notice.</summary>
public enum ServiceMethod
{
    /// <summary>直接送达。</summary>
    InPerson = 0,

    /// <summary>留置送达。</summary>
    LeftBehind = 1,

    /// <summary>邮寄送达。</summary>
    ByPost = 2,

    /// <summary>电子送达。</summary>
    Electronic = 3,

    /// <summary>公告送达。</summary>
    ByAnnouncement = 4,
}

/// <summary>Whether a notice was signed for.</summary>
public enum ServiceReceipt
{
    /// <summary>已签收。</summary>
    Signed = 0,

    /// <summary>拒绝签收，已注明情况。</summary>
    Refused = 1,

    /// <summary>不需签收（邮寄、电子、公告）。</summary>
    NotNeeded = 2,
}
