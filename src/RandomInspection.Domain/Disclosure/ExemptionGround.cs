namespace RandomInspection.Disclosure;

/// <summary>依法不予公开的情形：why something is not published.</summary>
/// <remarks>Source: 沈政办发〔2020〕19号 三(八); 政府信息公开条例 14, 15.</remarks>
public enum ExemptionGround
{
    /// <summary>涉及国家秘密。</summary>
    StateSecret = 0,

    /// <summary>涉及商业秘密。</summary>
    BusinessSecret = 1,

    /// <summary>涉及个人隐私。</summary>
    Privacy = 2,
}

/// <summary>How a proposed exemption was decided.</summary>
public enum ExemptionDecision
{
    /// <summary>同意不予公开。</summary>
    Granted = 0,

    /// <summary>不同意：it is to be published.</summary>
    Denied = 1,
}
