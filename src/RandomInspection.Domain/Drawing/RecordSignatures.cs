namespace RandomInspection.Drawing;

/// <summary>The signatures of a record in the two views that are fixed when a draw ends; a subject's view is signed when it is made.</summary>
/// <param name="Auditor">Over the auditor's view.</param>
/// <param name="Public">Over the public view.</param>
public sealed record RecordSignatures(DetachedSignature Auditor, DetachedSignature Public);
