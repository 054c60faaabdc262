// Files that a visitor drops in one heap, told apart by what they hold.

/**
 * What some files are: {recordFile, frameFiles, keys, replacementFiles, signatureFile, openingSignatureFile}; what is none
 * of these is left out. Both signatures look alike: the opening's is the one whose name says so, as the host names it.
 */
export async function sortFiles(files) {
  const sorted = { recordFile: undefined, frameFiles: [], keys: [], replacementFiles: [], signatureFile: undefined, openingSignatureFile: undefined };
  for (const file of files) {
    const start = await file.slice(0, 4096).text();
    if (start.startsWith('{"format":"random-inspection-record/')) sorted.recordFile = file;
    else if (start.startsWith('{"format":"random-inspection-replacements/')) sorted.replacementFiles.push(file);
    else if (start.trimStart().startsWith('{')) {
      if (start.includes('"signature"')) sorted[file.name.includes('opening') ? 'openingSignatureFile' : 'signatureFile'] = file;
      else sorted.recordFile ??= file; // its faults are for the verifier to name
    } else if (/^[0-9a-f]{64}\s*$/.test(start)) sorted.keys.push(start.trim());
    else sorted.frameFiles.push(file);
  }
  return sorted;
}
