package dev.boxoffice.ticket.checkin;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in one scan that a door made without us, together with the answer to it. */
@Component
class MergeOfflineScan {

  private final OfflineScanLedger scans;
  private final CheckIn checkIn;

  MergeOfflineScan(OfflineScanLedger scans, CheckIn checkIn) {
    this.scans = scans;
    this.checkIn = checkIn;
  }

  /** The same id from the same member of staff gets its first answer, whatever happened since. */
  @Transactional
  ScanVerdict merge(String staff, String scanId, Scan scan) {
    if (!scans.insert(staff, scanId, scan.scannedAt())) {
      return scans.firstAnswer(staff, scanId);
    }
    var verdict = ScanVerdict.of(checkIn.checkIn(scan), scan);
    scans.answer(staff, scanId, verdict);
    return verdict;
  }
}
